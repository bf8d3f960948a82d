import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { numberOf } from '../../template/value';

/** Source: CloudWatch Logs API reference, "PutRetentionPolicy". */
const PERIODS: ReadonlySet<number> = new Set([
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
]);

export const groupRetentionSet: Rule = {
  id: 'logs-group-retention-set',
  title: 'log groups say how long they keep their events',
  severity: 'warning',
  controls: ['164.310(d)(2)(i)', '164.316(b)(2)(i)'],
  profiles: ['strict'],
  why: 'Events that nobody decided to keep stay for ever, and whatever PHI slipped into them.',
  fix: 'set RetentionInDays',
  resourceTypes: ['AWS::Logs::LogGroup'],
  check(group) {
    return requireLiteral(
      group.property('RetentionInDays'),
      (days) => PERIODS.has(numberOf(days)),
      'must be a period that CloudWatch Logs has',
    );
  },
};
