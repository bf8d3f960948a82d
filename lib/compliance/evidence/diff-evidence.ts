import { Fingerprints } from '../check/fingerprint';
import type { CoverageRecord, Evidence, WaiverRecord } from './evidence';
import { findingReport, type ReportedFinding } from './reported-finding';

/** What changed from one evidence to a later one. */
export interface EvidenceDiff {
  /** Open now, and not open before: not there, or waived. */
  readonly appeared: readonly ReportedFinding[];
  /** Open before, and not seen now. */
  readonly fixed: readonly ReportedFinding[];
  /** Open before, and waived now. */
  readonly waived: readonly ReportedFinding[];
  /** Open before and now, but seen otherwise: as another verdict, or in other words. */
  readonly changed: readonly { readonly before: ReportedFinding; readonly after: ReportedFinding }[];
  readonly rulesAdded: readonly string[];
  readonly rulesRemoved: readonly string[];
  readonly waiversAdded: readonly WaiverRecord[];
  readonly waiversEnded: readonly WaiverRecord[];
  readonly coverage: readonly { readonly before: CoverageRecord; readonly after: CoverageRecord }[];
}

export function diffEvidence(before: Evidence, after: Evidence): EvidenceDiff {
  const [then, now] = [identified(before), identified(after)];
  const open = ({ waiver }: ReportedFinding) => waiver === undefined;
  const [rulesThen, rulesNow] = [idsOf(before), idsOf(after)];
  const [waiversThen, waiversNow] = [inForce(before), inForce(after)];
  return {
    appeared: without(now, (id, finding) => {
      const was = then.get(id);
      return !open(finding) || (was !== undefined && open(was));
    }),
    fixed: without(then, (id, finding) => !open(finding) || now.has(id)),
    waived: without(then, (id, finding) => {
      const is = now.get(id);
      return !open(finding) || is === undefined || open(is);
    }),
    changed: [...then].flatMap(([id, was]) => {
      const is = now.get(id);
      const same =
        !is || !open(is) || !open(was) || (is.verdict === was.verdict && is.message === was.message);
      return same ? [] : [{ before: was, after: is }];
    }),
    rulesAdded: [...rulesNow].filter((id) => !rulesThen.has(id)),
    rulesRemoved: [...rulesThen].filter((id) => !rulesNow.has(id)),
    waiversAdded: without(waiversNow, (key) => waiversThen.has(key)),
    waiversEnded: without(waiversThen, (key) => waiversNow.has(key)),
    coverage: coverageChanges(before, after),
  };
}

/** Findings by what they are known again by: rule, template, resource and property, in their order where these are alike. */
function identified(evidence: Evidence): ReadonlyMap<string, ReportedFinding> {
  const fingerprints = new Fingerprints();
  return new Map(findingReport(evidence).findings.map((finding) => [fingerprints.of(finding), finding]));
}

function without<Item>(
  items: ReadonlyMap<string, Item>,
  isLeftOut: (id: string, item: Item) => boolean,
): Item[] {
  return [...items].flatMap(([id, item]) => (isLeftOut(id, item) ? [] : [item]));
}

function idsOf({ rules }: Evidence): ReadonlySet<string> {
  return new Set(rules.map(({ id }) => id));
}

function inForce({ waivers }: Evidence): ReadonlyMap<string, WaiverRecord> {
  return new Map(
    waivers
      .filter(({ status }) => status === 'in-force' || status === 'expires-soon')
      .map((waiver) => [
        JSON.stringify([waiver.rule, waiver.resource, waiver.property, waiver.ticket]),
        waiver,
      ]),
  );
}

function coverageChanges(before: Evidence, after: Evidence): EvidenceDiff['coverage'] {
  const then = new Map(before.coverage.map((row) => [row.control, row]));
  return after.coverage.flatMap((row) => {
    const was = then.get(row.control);
    return was && was.statement !== row.statement ? [{ before: was, after: row }] : [];
  });
}
