import { finding, unknown, type Rule } from '../../rule';
import type { Property } from '../../template/property';
import { accepts, surelyHas } from '../cloudformation/members';

const ACTIONS: readonly unknown[] = ['BLOCK', 'ANONYMIZE'];

export const guardrailOwnIdentifiers: Rule = {
  id: 'bedrock-guardrail-own-identifiers',
  title: 'guardrails know the record numbers of the organization',
  severity: 'error',
  controls: ['164.514(b)(2)(i)(H)', '164.514(b)(2)(i)(I)', '164.514(b)(2)(i)(C)'],
  profiles: ['ai'],
  why: 'The built-in types lack medical record numbers, health plan numbers and dates: without a pattern of yours they pass.',
  fix: 'add a pattern for each of your numbers to SensitiveInformationPolicyConfig.RegexesConfig, Action BLOCK or ANONYMIZE',
  resourceTypes: ['AWS::Bedrock::Guardrail'],
  check(guardrail) {
    const list = guardrail.property('SensitiveInformationPolicyConfig.RegexesConfig');
    const hidden = surelyHas(list, hides);
    if (hidden === true) return [];
    return [
      (hidden === false ? finding : unknown)(list.path, 'has not surely a pattern that blocks or masks'),
    ];
  },
};

/** `InputAction` and `OutputAction` overrule `Action`; a pattern is on both ways unless switched off. */
function hides(regex: Property): boolean | undefined {
  const answers = ['Input', 'Output'].flatMap((way) => {
    const action = regex.member(`${way}Action`);
    return [
      accepts(action.isPresent ? action : regex.member('Action'), (name) => ACTIONS.includes(name)),
      accepts(regex.member(`${way}Enabled`), (on) => on === undefined || on === true || on === 'true'),
    ];
  });
  return answers.includes(false) ? false : !answers.includes(undefined) || undefined;
}
