import { finding, unknown, type Rule } from '../../rule';
import type { Property } from '../../template/property';
import { accepts, surelyHas } from '../cloudformation/members';

/** PROMPT_ATTACK has a rule of its own. Source: Bedrock API reference, GuardrailContentFilterConfig. */
const TYPES = ['HATE', 'INSULTS', 'MISCONDUCT', 'SEXUAL', 'VIOLENCE'] as const;
const STRENGTHS: readonly unknown[] = ['LOW', 'MEDIUM', 'HIGH'];

export const guardrailContent: Rule = {
  id: 'bedrock-guardrail-content',
  title: 'guardrails filter harmful content both ways',
  severity: 'warning',
  controls: ['164.308(a)(1)(ii)(B)', '164.312(c)(1)'],
  profiles: ['ai'],
  why: 'A patient who writes to a model in distress should not get back what a guardrail would have stopped.',
  fix: 'add each missing type to ContentPolicyConfig.FiltersConfig with a strength of LOW or more both ways',
  resourceTypes: ['AWS::Bedrock::Guardrail'],
  check(guardrail) {
    const filters = guardrail.property('ContentPolicyConfig.FiltersConfig');
    return TYPES.flatMap((type) => {
      const on = surelyHas(filters, (filter) => works(filter, type));
      if (on === true) return [];
      return [(on === false ? finding : unknown)(filters.path, `${type} is not surely filtered`)];
    });
  },
};

function works(filter: Property, type: string): boolean | undefined {
  const isType = accepts(filter.at('Type'), (name) => name === type);
  if (isType === false) return false;
  const answers = ['Input', 'Output'].flatMap((way) => [
    accepts(filter.at(`${way}Strength`), (strength) => STRENGTHS.includes(strength)),
    accepts(filter.at(`${way}Action`), (action) => action === undefined || action === 'BLOCK'),
    accepts(filter.at(`${way}Enabled`), (on) => on === undefined || on === true || on === 'true'),
  ]);
  return answers.includes(false) ? false : answers.includes(undefined) ? undefined : isType;
}
