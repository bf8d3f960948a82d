import type { Parameter } from '../../parameter';
import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { numberOf } from '../../template/value';

const seconds: Parameter<number> = {
  name: 'seconds',
  description: 'shortest retention of a message, in seconds',
  default: 345_600,
};

export const queueRetention: Rule = {
  id: 'sqs-queue-retention',
  title: 'queues keep messages for four days',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(A)'],
  profiles: ['strict'],
  parameters: [seconds],
  why: 'A consumer that fails on Friday finds nothing on Monday.',
  fix: 'set MessageRetentionPeriod to 345600 or more, or leave it out',
  resourceTypes: ['AWS::SQS::Queue'],
  check(queue, _template, settings) {
    const least = settings.of(seconds);
    return allowLiteral(
      queue.property('MessageRetentionPeriod'),
      (value) => numberOf(value) >= least,
      `must be at least ${least} seconds`,
    );
  },
};
