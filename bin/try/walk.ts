import { publicKeysOf } from '../../lambda/ledger/signer';
import type { FoundRecord } from '../../lambda/ledger/verify/chain-check';
import type { Finding } from '../../lambda/ledger/verify/finding';
import { verifyLedger, type Verification } from '../../lambda/ledger/verify/verify-ledger';
import { exchange, type Exchange } from './exchange';
import type { Place } from './place';
import type { Step } from './steps';

/** A request, and all that came of it. */
export interface Walked {
  readonly step: Step;
  readonly seen: Exchange;
}

export interface CheckedLedger {
  readonly verification: Verification;
  readonly findings: readonly Finding[];
  /** Requests with their kinds of record, of all that is in the ledger. */
  readonly kinds: ReadonlyMap<string, readonly string[]>;
}

/** Makes the requests one after the other, tells of each, and ends the chain. */
export async function walk(
  place: Place,
  steps: readonly Step[],
  tell: (walked: Walked, number: number) => void,
): Promise<readonly Walked[]> {
  const all: Walked[] = [];
  for (const step of steps) {
    const walked = { step, seen: await exchange(place, JSON.stringify(step.request)) };
    all.push(walked);
    tell(walked, all.length);
  }
  return all;
}

/** The ledger as `hipaa-ai ledger verify` reads it: from its files and the public key alone. */
export async function checkLedger({ store, home }: Pick<Place, 'store' | 'home'>): Promise<CheckedLedger> {
  const findings: Finding[] = [];
  const kinds = new Map<string, readonly string[]>();
  const visit = ({ record: { entry } }: FoundRecord): void => {
    kinds.set(entry.requestId, [...(kinds.get(entry.requestId) ?? []), entry.kind]);
  };
  const keys = publicKeysOf([home.publicKey]);
  const verification = await verifyLedger({ store, keys, visit, report: (each) => findings.push(each) });
  return { verification, findings, kinds };
}
