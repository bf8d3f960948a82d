import type { Rule } from '../../rule';
import { requirePresent } from '../cloudformation/set';
import { behavioursOf, DISTRIBUTION } from './behaviours';

export const fieldEncryption: Rule = {
  id: 'cloudfront-field-encryption',
  title: 'distributions encrypt sensitive fields of a form at the edge',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)', '164.502(b)'],
  profiles: ['strict'],
  why: 'What is encrypted at the edge is in clear text in no server, log or queue on the way to who needs it.',
  fix: 'make a field-level encryption configuration, and set FieldLevelEncryptionId of each behavior',
  resourceTypes: [DISTRIBUTION],
  check(distribution) {
    return behavioursOf(distribution).flatMap((behaviour) =>
      requirePresent(behaviour.at('FieldLevelEncryptionId'), 'must name a configuration'),
    );
  },
};
