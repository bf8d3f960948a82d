import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { numberOf } from '../../template/value';

/** Days: six years, leap days included. CloudWatch Logs takes it as it is. */
const SIX_YEARS = 2192;

export const groupRetention: Rule = {
  id: 'logs-group-retention',
  title: 'log groups keep their events for six years or for ever',
  severity: 'error',
  controls: ['164.312(b)', '164.316(b)(2)(i)'],
  profiles: ['hipaa'],
  why: 'The rule asks six years of documentation; a log that is gone can document nothing. For logs it is common practice.',
  fix: `set RetentionInDays to ${SIX_YEARS} or more, or leave it out to keep events for ever`,
  resourceTypes: ['AWS::Logs::LogGroup'],
  check(group) {
    return allowLiteral(
      group.property('RetentionInDays'),
      (days) => numberOf(days) >= SIX_YEARS,
      `must be at least ${SIX_YEARS} days`,
    );
  },
};
