import type { Rule } from '../../rule';
import type { Resource } from '../../template/resource';
import { requireAny } from '../cloudformation/answer';
import { isSet } from '../cloudformation/set';
import { linked } from '../cloudformation/companions';

const sources = linked(['AWS::SQS::Queue'], (queue) => queue.property('RedrivePolicy.deadLetterTargetArn'));
/** A queue that takes what others could not handle, by their word or its own. */
const isDeadLetterQueue = (queue: Resource): boolean =>
  sources(queue).length > 0 || queue.property('RedriveAllowPolicy').isPresent;

export const queueDeadLetter: Rule = {
  id: 'sqs-queue-dead-letter',
  title: 'queues keep what could not be handled',
  severity: 'warning',
  controls: ['164.312(c)(1)', '164.308(a)(7)(ii)(A)'],
  profiles: ['strict'],
  why: 'A message that fails again and again is dropped at the end of its time, and with it a result that nobody read.',
  fix: 'set RedrivePolicy with deadLetterTargetArn',
  resourceTypes: ['AWS::SQS::Queue'],
  check(queue) {
    if (isDeadLetterQueue(queue)) return 'not-applicable';
    const redrive = queue.property('RedrivePolicy');
    return requireAny(
      redrive.path,
      [isSet(redrive.at('deadLetterTargetArn'))],
      'must name a dead-letter queue',
    );
  },
};
