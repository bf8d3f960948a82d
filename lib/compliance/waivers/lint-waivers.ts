import { groupBy } from '../group-by';
import type { Rule } from '../rule';
import { LONGEST_TERM_DAYS } from './apply-waivers';
import { daysBetween } from './days';
import type { WaiverFile } from './parse-waivers';
import type { Waiver } from './waiver';

/** What cdk-nag's pack calls its rules: which of them exist only a synthesis can say. */
const FOREIGN = /^HIPAA\.Security-/u;

/**
 * Everything that is wrong with a waiver file and can be said without a template: incomplete, expired, too long, for a
 * rule that does not exist or cannot be waived, a duplicate. One line each.
 * @param asOf YYYY-MM-DD
 */
export function lintWaivers(file: WaiverFile, rules: readonly Rule[], asOf: string): readonly string[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  return [
    ...file.problems,
    ...file.waivers.flatMap((waiver) =>
      problemsOf(waiver, byId.get(waiver.rule), asOf).map((problem) => `${nameOf(waiver)}: ${problem}`),
    ),
    ...duplicates(file.waivers),
  ];
}

function problemsOf(waiver: Waiver, rule: Rule | undefined, asOf: string): readonly string[] {
  const left = daysBetween(asOf, waiver.expires);
  return [
    ...(rule || FOREIGN.test(waiver.rule) ? [] : ['names a rule that does not exist; check its id']),
    ...(rule?.severity === 'fatal' ? ['names a rule that cannot be waived; meet it'] : []),
    ...(left < 0 ? [`expired on ${waiver.expires}; renew the decision or meet the rule`] : []),
    ...(left > LONGEST_TERM_DAYS ? [`runs ${left} days; at most ${LONGEST_TERM_DAYS} are allowed`] : []),
    ...(/^[*?]+$/u.test(waiver.resource) ? ['is for any resource; name one'] : []),
  ];
}

function duplicates(waivers: readonly Waiver[]): readonly string[] {
  const same = groupBy(waivers, ({ rule, resource, property }) => `${rule}\n${resource}\n${property ?? ''}`);
  return [...same.values()].flatMap(([first, ...others]) =>
    first
      ? others
          .filter((other) => meetInOneEnvironment(first, other))
          .map((other) => `${nameOf(other)}: is there twice; delete one`)
      : [],
  );
}

function meetInOneEnvironment(one: Waiver, other: Waiver): boolean {
  const { environments } = other;
  return !one.environments || !environments || one.environments.some((name) => environments.includes(name));
}

export function nameOf({ rule, resource }: Pick<Waiver, 'rule' | 'resource'>): string {
  return `${rule} on ${resource}`;
}
