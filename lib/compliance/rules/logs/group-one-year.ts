import type { Parameter } from '../../parameter';
import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { numberOf } from '../../template/value';

const days: Parameter<number> = { name: 'days', description: 'shortest retention, in days', default: 365 };

export const groupOneYear: Rule = {
  id: 'logs-group-one-year',
  title: 'log groups keep their events for a year',
  severity: 'warning',
  controls: ['164.312(b)', '164.308(a)(1)(ii)(D)'],
  profiles: ['strict'],
  parameters: [days],
  why: 'Breaches are found months after they began: whoever looks then needs the log of the day it began.',
  fix: 'set RetentionInDays to 365 or more, or leave it out to keep events for ever',
  resourceTypes: ['AWS::Logs::LogGroup'],
  check(group, _template, settings) {
    const least = settings.of(days);
    return allowLiteral(
      group.property('RetentionInDays'),
      (value) => numberOf(value) >= least,
      `must be at least ${least} days`,
    );
  },
};
