import { groupBy } from '../group-by';
import type { Control } from '../law/control';
import { crashKey } from '../waivers/apply-waivers';
import type { CoverageRecord, RuleRecord, VerdictRecord } from './evidence';

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** What the rules say of each paragraph. It is never "met": templates carry a part of a duty at most. */
export function coverageOf(
  controls: readonly Control[],
  rules: readonly RuleRecord[],
  verdicts: readonly VerdictRecord[],
): CoverageRecord[] {
  const judged = groupBy(
    verdicts.filter(({ verdict }) => verdict !== 'not-applicable'),
    ({ rule }) => rule,
  );
  const citing = new Map<string, RuleRecord[]>();
  for (const rule of rules) {
    if (!judged.has(rule.id)) continue;
    for (const control of rule.controls) citing.set(control, [...(citing.get(control) ?? []), rule]);
  }
  return controls.map((control) => {
    const supporting = citing.get(control.id) ?? [];
    const rows = supporting.flatMap((rule) => judged.get(rule.id) ?? []);
    const resources = new Set(rows.map((row) => crashKey({ ...row, rule: '' }))).size;
    const having = (verdict: VerdictRecord['verdict']) =>
      rows.filter((row) => row.verdict === verdict).length;
    const counts = { findings: having('finding'), unknowns: having('unknown'), waived: having('waived') };
    return {
      control: control.id,
      title: control.title,
      type: control.type,
      law: control.rule,
      satisfiedBy: control.satisfiedBy,
      rules: supporting.length,
      resources,
      ...counts,
      statement: statement(control, supporting.length, resources, counts),
    };
  });
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
