import type { Parameter } from '../../parameter';
import { finding, unknown, type Rule } from '../../rule';
import type { Property } from '../../template/property';
import { numberOf } from '../../template/value';
import { accepts, surelyHas } from '../cloudformation/members';

const threshold: Parameter<number> = {
  name: 'threshold',
  description: 'lowest score an answer needs, from 0 to 0.99',
  default: 0.7,
};

export const guardrailGrounding: Rule = {
  id: 'bedrock-guardrail-grounding',
  title: 'guardrails stop answers that their sources do not bear out',
  severity: 'error',
  controls: ['164.312(c)(1)'],
  profiles: ['ai'],
  why: 'An invented dose or a finding that no record holds alters PHI for whoever acts on it.',
  fix: 'add GROUNDING and RELEVANCE with a Threshold to ContextualGroundingPolicyConfig.FiltersConfig',
  resourceTypes: ['AWS::Bedrock::Guardrail'],
  parameters: [threshold],
  check(guardrail, _template, settings) {
    const lowest = settings.of(threshold);
    const filters = guardrail.property('ContextualGroundingPolicyConfig.FiltersConfig');
    return ['GROUNDING', 'RELEVANCE'].flatMap((type) => {
      const on = surelyHas(filters, (filter) => works(filter, type, lowest));
      if (on === true) return [];
      const message = `has not surely a filter ${type} that blocks below ${lowest}`;
      return [(on === false ? finding : unknown)(filters.path, message)];
    });
  },
};

function works(filter: Property, type: string, lowest: number): boolean | undefined {
  const answers = [
    accepts(filter.at('Type'), (name) => name === type),
    accepts(filter.at('Threshold'), (value) => isAtLeast(value, lowest)),
    accepts(filter.at('Action'), (action) => action === undefined || action === 'BLOCK'),
    accepts(filter.at('Enabled'), (on) => on === undefined || on === true || on === 'true'),
  ];
  return answers.includes(false) ? false : !answers.includes(undefined) || undefined;
}

function isAtLeast(value: unknown, lowest: number): boolean {
  return (typeof value === 'number' || typeof value === 'string') && numberOf(value) >= lowest;
}
