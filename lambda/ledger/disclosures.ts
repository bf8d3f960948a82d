import { PURPOSES_OF_USE, type PurposeName } from '../../lib/contract/purpose-of-use';
import type { LedgerEntry } from './ledger-entry';
import type { Mac } from './mac';
import { receiptId } from './place';
import type { FoundRecord } from './verify/chain-check';

/** Years in front of the request that an individual may ask for (45 CFR 164.528(a)(1)). */
export const ACCOUNTED_YEARS = 6;

/** One disclosure as 45 CFR 164.528(b)(2) wants it. */
export interface AccountedDisclosure {
  /** Of the record; of the approval, when a person decided. */
  readonly time: string;
  /** Entry of the register of recipients, which has name and address. */
  readonly recipient: string;
  readonly description: string;
  readonly purpose: PurposeName;
  /** Paragraph of 45 CFR 164 that permits it. */
  readonly permittedBy: string;
  /** The waiver, authorization or order. */
  readonly basis?: string;
  readonly receipt: string;
}

/** Why records about the subject are not in the accounting. */
export const LEFT_OUT = {
  use: 'uses within the covered entity (no recipient outside)',
  'excluded-purpose':
    'disclosures for treatment, payment, operations, to the individual or under an authorization (164.528(a)(1)(i), (ii), (iv))',
  'limited-data-set': 'disclosures of a limited data set (164.528(a)(1)(viii))',
  'not-protected': 'disclosures without protected health information (164.502(d)(2))',
  'not-made': 'disclosures that were refused, rejected or never approved: nothing left',
  'other-period': 'disclosures outside of the period',
} as const;

export type LeftOut = keyof typeof LEFT_OUT;

export interface Accounting {
  /** In the order of their time. */
  readonly disclosures: readonly AccountedDisclosure[];
  readonly leftOut: Readonly<Record<LeftOut, number>>;
}

export interface AccountingProps {
  /** Under each key that was in use in the period. */
  readonly macs: readonly Mac[];
  /** The opaque reference to the individual. */
  readonly subject: string;
  /** First and last day, `YYYY-MM-DD`, UTC. */
  readonly since: string;
  readonly until: string;
}

interface Parked {
  readonly entry: LedgerEntry;
  readonly receipt: string;
}

const MADE: ReadonlySet<LedgerEntry['decision']['outcome']> = new Set(['answered', 'approved', 'restored']);

/** Collects the accounting of disclosures of one individual from records in any order. */
export class DisclosureAccounting {
  readonly #subjects: ReadonlyMap<string, string>;
  readonly #disclosures: AccountedDisclosure[] = [];
  readonly #leftOut: Record<LeftOut, number>;
  /** By request. An answer that a person has to approve was disclosed when he did. */
  readonly #parked = new Map<string, Parked>();
  /** Times of approvals by request: their records need not name the subject. */
  readonly #approvals = new Map<string, string>();

  constructor(private readonly props: AccountingProps) {
    this.#subjects = new Map(
      props.macs.map((mac) => [mac.keyId, mac.digest('subject', props.subject).hmac] as const),
    );
    this.#leftOut = Object.fromEntries(Object.keys(LEFT_OUT).map((name) => [name, 0])) as Record<
      LeftOut,
      number
    >;
  }

  add({ record, place }: FoundRecord): void {
    const { entry, time, sequence } = record;
    if (entry.decision.outcome === 'approved') this.#approvals.set(entry.requestId, time);
    const { subject } = entry;
    const isOfSubject = subject !== undefined && this.#subjects.get(subject.keyId) === subject.hmac;
    if (!isOfSubject) return;
    const receipt = receiptId(place, sequence);
    if (entry.decision.outcome === 'parked') this.#parked.set(entry.requestId, { entry, receipt });
    // an approval is counted with what it approves
    else if (entry.decision.outcome !== 'approved') this.#judge(entry, time, receipt);
  }

  finish(): Accounting {
    for (const [requestId, { entry, receipt }] of this.#parked) {
      const approvedAt = this.#approvals.get(requestId);
      if (approvedAt === undefined) this.#judge(entry, '', receipt);
      else this.#judge({ ...entry, decision: { outcome: 'approved' } }, approvedAt, receipt);
    }
    this.#parked.clear();
    const disclosures = this.#disclosures.toSorted((a, b) => (a.time < b.time ? -1 : 1));
    return { disclosures, leftOut: this.#leftOut };
  }

  #judge(entry: LedgerEntry, time: string, receipt: string): void {
    const { purpose } = entry;
    const disclosure = purpose?.disclosure;
    if (purpose === undefined || disclosure === undefined) {
      this.#leftOut.use += 1;
      return;
    }
    const reason = this.#reason(entry, purpose.of, time);
    if (reason) {
      this.#leftOut[reason] += 1;
      return;
    }
    this.#disclosures.push({
      time,
      ...disclosure,
      purpose: purpose.of,
      permittedBy: PURPOSES_OF_USE[purpose.of].permittedBy,
      ...(purpose.basis === undefined ? {} : { basis: purpose.basis }),
      receipt,
    });
  }

  #reason({ decision, dataClass }: LedgerEntry, purpose: PurposeName, time: string): LeftOut | undefined {
    if (!MADE.has(decision.outcome)) return 'not-made';
    const day = time.slice(0, 10);
    if (day < this.props.since || day > this.props.until) return 'other-period';
    if (PURPOSES_OF_USE[purpose].accounting === 'excluded') return 'excluded-purpose';
    if (dataClass === 'LIMITED_DATA_SET') return 'limited-data-set';
    // whatever does not say otherwise is protected
    return dataClass === 'DEIDENTIFIED' || dataClass === 'NO_PHI' ? 'not-protected' : undefined;
  }
}
