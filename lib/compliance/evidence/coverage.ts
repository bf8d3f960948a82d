import { groupBy } from '../group-by';
import type { Control } from '../law/control';
import type { CoverageRecord, RuleRecord, VerdictRecord } from './evidence';

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** What one rule came to, over all resources. */
interface Tally {
  /** Numbers of resources; many rows are about each. */
  readonly resources: Set<number>;
  findings: number;
  unknowns: number;
  waived: number;
  readonly decisions: Set<number>;
}

/** What the rules say of each paragraph. It is never "met": templates carry a part of a duty at most. */
export function coverageOf(
  controls: readonly Control[],
  rules: readonly RuleRecord[],
  verdicts: readonly VerdictRecord[],
): CoverageRecord[] {
  const tallies = tally(verdicts);
  const citing = groupBy(
    rules.flatMap((rule) => {
      const own = tallies.get(rule.id);
      return own ? rule.controls.map((control) => ({ control, own })) : [];
    }),
    ({ control }) => control,
  );
  return controls.map((control) => {
    const supporting = citing.get(control.id) ?? [];
    const resources = new Set<number>();
    const counts = { findings: 0, unknowns: 0, waived: 0 };
    const decisions = new Set<number>();
    for (const { own } of supporting) {
      for (const resource of own.resources) resources.add(resource);
      counts.findings += own.findings;
      counts.unknowns += own.unknowns;
      counts.waived += own.waived;
      for (const waiver of own.decisions) decisions.add(waiver);
    }
    return {
      control: control.id,
      title: control.title,
      type: control.type,
      law: control.rule,
      satisfiedBy: control.satisfiedBy,
      rules: supporting.length,
      resources: resources.size,
      ...counts,
      decisions: [...decisions].sort((a, b) => a - b),
      statement: statement(control, supporting.length, resources.size, counts),
    };
  });
}

function tally(verdicts: readonly VerdictRecord[]): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, Tally>();
  const numberOf = resourceNumbers();
  for (const row of verdicts) {
    const { rule, verdict, observations } = row;
    const resource = numberOf(row);
    if (verdict === 'not-applicable') continue;
    let own = tallies.get(rule);
    if (!own) {
      own = { resources: new Set(), findings: 0, unknowns: 0, waived: 0, decisions: new Set() };
      tallies.set(rule, own);
    }
    own.resources.add(resource);
    for (const { waiver } of observations) if (waiver !== undefined) own.decisions.add(waiver);
    if (verdict === 'finding') own.findings += 1;
    else if (verdict === 'unknown') own.unknowns += 1;
    else if (verdict === 'waived') own.waived += 1;
  }
  return tallies;
}

/** Numbers resources. Rows on one resource follow each other, so that few names are ever put together. */
function resourceNumbers(): (row: VerdictRecord) => number {
  const numbers = new Map<string, number>();
  let last: VerdictRecord | undefined;
  let number = 0;
  return (row) => {
    if (last?.logicalId === row.logicalId && last.template === row.template) return number;
    last = row;
    const key = `${row.template}\n${row.logicalId}`;
    number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  };
}

function statement(
  control: Control,
  rules: number,
  resources: number,
  counts: { readonly findings: number; readonly unknowns: number; readonly waived: number },
): string {
  const support =
    rules === 0
      ? 'no rule looked at it'
      : `supported by ${plural(rules, 'rule')} on ${plural(resources, 'resource')}`;
  const open = [
    ...(counts.findings > 0 ? [plural(counts.findings, 'finding')] : []),
    ...(counts.unknowns > 0 ? [`${counts.unknowns} unknown`] : []),
    ...(counts.waived > 0 ? [`${counts.waived} waived`] : []),
  ];
  const state = open.length > 0 ? ` (${open.join(', ')})` : '';
  return `${support}${state}; remaining duty: ${control.remainingDuty}`;
}
