import { SIX_YEARS_IN_DAYS } from '../../../contract/retention';
import type { Parameter } from '../../parameter';
import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { numberOf } from '../../template/value';

const days: Parameter<number> = {
  name: 'days',
  description: 'shortest retention, in days',
  default: SIX_YEARS_IN_DAYS,
};

export const groupRetention: Rule = {
  id: 'logs-group-retention',
  title: 'log groups keep their events for six years or for ever',
  severity: 'warning',
  controls: ['164.312(b)', '164.316(b)(2)(i)'],
  profiles: ['strict'],
  parameters: [days],
  why: 'The rule asks six years of documentation; a log that is gone can document nothing. For logs it is common practice.',
  fix: 'set RetentionInDays to 2192 or more, or leave it out to keep events for ever',
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
