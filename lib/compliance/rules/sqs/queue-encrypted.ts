import type { Rule } from '../../rule';
import { requireAny } from '../cloudformation/answer';
import { isSet } from '../cloudformation/set';
import { accepts } from '../cloudformation/members';

/**
 * Queues made by CloudFormation are encrypted under a key of SQS when nothing is said.
 * Source: CloudFormation user guide, AWS::SQS::Queue, "SqsManagedSseEnabled".
 */

export const queueEncrypted: Rule = {
  id: 'sqs-queue-encrypted',
  title: 'queues encrypt messages at rest',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['hipaa'],
  why: 'A message may wait for days: without a key it waits in the clear.',
  fix: 'set KmsMasterKeyId, or drop SqsManagedSseEnabled: SQS then encrypts under a key of its own',
  resourceTypes: ['AWS::SQS::Queue'],
  check(queue) {
    const managed = queue.property('SqsManagedSseEnabled');
    if (managed.values.every(({ kind }) => kind === 'absent')) return [];
    return requireAny(
      managed.path,
      [
        isSet(queue.property('KmsMasterKeyId')),
        accepts(managed, (value) => value === undefined || value === true || value === 'true'),
      ],
      'must be true, or KmsMasterKeyId must name a key',
    );
  },
};
