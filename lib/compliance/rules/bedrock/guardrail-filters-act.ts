import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { placesOf } from '../cloudformation/places';

const FILTERS = [
  'TopicPolicyConfig?.TopicsConfig[]',
  'WordPolicyConfig?.ManagedWordListsConfig[]',
  'WordPolicyConfig?.WordsConfig[]',
];

export const guardrailFiltersAct: Rule = {
  id: 'bedrock-guardrail-filters-act',
  title: 'every topic and word of a guardrail is blocked, not only noticed',
  severity: 'error',
  controls: ['164.502(b)', '164.308(a)(5)(ii)(B)'],
  profiles: ['ai'],
  why: 'A filter that is off, or that only detects, looks in the console like one that works.',
  fix: 'leave InputAction, OutputAction, InputEnabled and OutputEnabled out, or set them to BLOCK and true',
  resourceTypes: ['AWS::Bedrock::Guardrail'],
  check(guardrail) {
    return placesOf(guardrail, ...FILTERS).flatMap((filter) =>
      ['Input', 'Output'].flatMap((way) => [
        ...allowLiteral(filter.at(`${way}Action`), (action) => action === 'BLOCK', 'must be BLOCK'),
        ...allowLiteral(filter.at(`${way}Enabled`), isTrue, 'must not be false'),
      ]),
    );
  },
};
