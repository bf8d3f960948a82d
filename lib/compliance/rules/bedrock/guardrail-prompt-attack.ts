import { allowLiteral, requireLiteral } from '../../requirement';
import { finding, unknown, type Observation, type Rule } from '../../rule';
import type { Property } from '../../template/property';
import { isTrue } from '../../template/value';
import { accepts, surelyHas } from '../cloudformation/members';

export const guardrailPromptAttack: Rule = {
  id: 'bedrock-guardrail-prompt-attack',
  title: 'guardrails look for prompt attacks at the highest strength',
  severity: 'error',
  controls: ['164.308(a)(5)(ii)(B)', '164.312(a)(1)'],
  profiles: ['hipaa', 'ai'],
  why: 'A sentence hidden in a document can make a model hand out what it was told to keep.',
  fix: 'add a filter of type PROMPT_ATTACK with InputStrength HIGH to ContentPolicyConfig.FiltersConfig',
  resourceTypes: ['AWS::Bedrock::Guardrail'],
  check(guardrail) {
    const filters = guardrail.property('ContentPolicyConfig.FiltersConfig');
    const found = surelyHas(filters, (filter) =>
      accepts(filter.at('Type'), (type) => type === 'PROMPT_ATTACK'),
    );
    return [
      ...(found === true
        ? []
        : [
            (found === false ? finding : unknown)(
              filters.path,
              'has not surely a filter of type PROMPT_ATTACK',
            ),
          ]),
      ...filters
        .items()
        .filter((filter) => filter.at('Type').texts().includes('PROMPT_ATTACK'))
        .flatMap(strength),
    ];
  },
};

function strength(filter: Property): readonly Observation[] {
  return [
    ...requireLiteral(filter.at('InputStrength'), (name) => name === 'HIGH', 'must be HIGH'),
    ...allowLiteral(filter.at('InputEnabled'), isTrue, 'must not be false'),
    ...allowLiteral(filter.at('InputAction'), (action) => action === 'BLOCK', 'must be BLOCK'),
  ];
}
