import type { Parameter } from '../../parameter';
import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { numberOf } from '../../template/value';

const seconds: Parameter<number> = {
  name: 'seconds',
  description: 'longest reuse of a data key, in seconds',
  default: 3600,
};

export const queueKeyReuse: Rule = {
  id: 'sqs-queue-key-reuse',
  title: 'queues ask KMS for a new data key within the hour',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  parameters: [seconds],
  why: 'Until then a key that was withdrawn still opens messages.',
  fix: 'set KmsDataKeyReusePeriodSeconds to 3600 or less, or leave it out for 300',
  resourceTypes: ['AWS::SQS::Queue'],
  check(queue, _template, settings) {
    const most = settings.of(seconds);
    return allowLiteral(
      queue.property('KmsDataKeyReusePeriodSeconds'),
      (value) => numberOf(value) <= most,
      `must be at most ${most} seconds`,
    );
  },
};
