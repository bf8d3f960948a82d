import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { numberOf } from '../../template/value';

export const topicSignature: Rule = {
  id: 'sns-topic-signature',
  title: 'topics sign messages with SHA-256',
  severity: 'warning',
  controls: ['164.312(c)(2)', '164.312(e)(2)(i)'],
  profiles: ['strict'],
  why: 'The default signs with SHA-1, for which collisions can be made.',
  fix: "set SignatureVersion to '2'",
  resourceTypes: ['AWS::SNS::Topic'],
  check(topic) {
    return requireLiteral(
      topic.property('SignatureVersion'),
      (version) => numberOf(version) >= 2,
      'must be 2',
    );
  },
};
