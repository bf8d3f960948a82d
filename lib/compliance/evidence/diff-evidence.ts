import { Fingerprints } from '../check/fingerprint';
import { PACK_NAME } from '../pack-name';
import type { CoverageRecord, Evidence, WaiverRecord } from './evidence';
import { ruleChoice } from './rule-choice';
import { findingReport, type ReportedFinding } from './reported-finding';

/** What changed from one evidence to a later one. */
export interface EvidenceDiff {
  /** Open now, and not open before: not there, or waived. */
  readonly appeared: readonly ReportedFinding[];
  /** Open before, judged again, and not seen now. */
  readonly fixed: readonly ReportedFinding[];
  /** Open before, and not judged now, because its rule did not run or its stack is out of the scope: nobody knows. */
  readonly unjudged: readonly ReportedFinding[];
  /** Profile and parameters, when others were asked for. */
  readonly asked: readonly { readonly before: string; readonly after: string }[];
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
  const [choiceThen, choiceNow] = [ruleChoice(before), ruleChoice(after)];
  const gone = without(then, (id, finding) => !open(finding) || now.has(id));
  const isJudged = judgedBy(before, after);
  return {
    appeared: without(now, (id, finding) => {
      const was = then.get(id);
      return !open(finding) || (was !== undefined && open(was));
    }),
    fixed: gone.filter(isJudged),
    unjudged: gone.filter((finding) => !isJudged(finding)),
    asked: choiceThen === choiceNow ? [] : [{ before: choiceThen, after: choiceNow }],
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

/** Whether the later evidence would say a finding of the earlier one, were it still there. */
function judgedBy(before: Evidence, after: Evidence): (finding: ReportedFinding) => boolean {
  const packs = new Map(before.rules.map(({ id, pack }) => [id, pack]));
  const ran = idsOf(after);
  // another pack lists only the rules that had something to say
  const others = new Set(after.packs.map(({ name }) => name).filter((name) => name !== PACK_NAME));
  const judged = new Set(after.inputs.templates.map((template) => template.path));
  return ({ rule, template }) =>
    (ran.has(rule) || others.has(packs.get(rule) ?? '')) &&
    (after.inputs.scope === undefined || judged.has(template));
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
