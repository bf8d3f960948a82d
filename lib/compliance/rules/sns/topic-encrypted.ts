import type { Rule } from '../../rule';
import { requirePresent } from '../cloudformation/set';

export const topicEncrypted: Rule = {
  id: 'sns-topic-encrypted',
  title: 'topics encrypt messages at rest',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['hipaa'],
  why: 'SNS keeps a message until all subscribers have it, in the clear unless a key is named.',
  fix: 'set KmsMasterKeyId, best to a key of your own',
  resourceTypes: ['AWS::SNS::Topic'],
  check(topic) {
    return requirePresent(topic.property('KmsMasterKeyId'), 'must name a KMS key');
  },
};
