import type { Rule } from '../../rule';
import { requirePresent } from '../cloudformation/set';

export const queueKms: Rule = {
  id: 'sqs-queue-kms',
  title: 'queues encrypt with a KMS key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'Under a key of SQS, whoever may receive from the queue may read it; a KMS key is a second lock, and a log of its use.',
  fix: 'set KmsMasterKeyId',
  resourceTypes: ['AWS::SQS::Queue'],
  check(queue) {
    return requirePresent(queue.property('KmsMasterKeyId'), 'must name a KMS key');
  },
};
