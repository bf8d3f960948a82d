import type { Parameter } from '../../parameter';
import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { numberOf } from '../../template/value';

const hours: Parameter<number> = { name: 'hours', description: 'shortest retention, in hours', default: 168 };

export const streamRetention: Rule = {
  id: 'kinesis-stream-retention',
  title: 'streams keep records for a week',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(A)'],
  profiles: ['strict'],
  parameters: [hours],
  why: 'With the default of a day, a consumer that fails on Friday has lost its records on Monday.',
  fix: 'set RetentionPeriodHours to 168 or more',
  resourceTypes: ['AWS::Kinesis::Stream'],
  check(stream, _template, settings) {
    const least = settings.of(hours);
    return requireLiteral(
      stream.property('RetentionPeriodHours'),
      (value) => numberOf(value) >= least,
      `must be at least ${least} hours`,
    );
  },
};
