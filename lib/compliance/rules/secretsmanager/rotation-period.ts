import type { Parameter } from '../../parameter';
import { requireLiteral, requireValue } from '../../requirement';
import type { Rule } from '../../rule';
import type { Json } from '../../template/json';
import { numberOf } from '../../template/value';

const days: Parameter<number> = {
  name: 'days',
  description: 'longest time between two rotations, in days',
  default: 90,
};

export const rotationPeriod: Rule = {
  id: 'secretsmanager-rotation-period',
  title: 'secrets change at least every 90 days',
  severity: 'error',
  controls: ['164.308(a)(5)(ii)(D)'],
  profiles: ['hipaa'],
  parameters: [days],
  why: 'A schedule without a period rotates once, when it is made.',
  fix: 'set RotationRules.AutomaticallyAfterDays to at most 90, or a ScheduleExpression',
  resourceTypes: ['AWS::SecretsManager::RotationSchedule'],
  check(schedule, _, settings) {
    const longest = settings.of(days);
    const rules = schedule.property('RotationRules');
    const expression = rules.at('ScheduleExpression');
    const expectation = `must be at most ${longest} days`;
    return expression.isPresent
      ? requireLiteral(expression, (text) => daysOf(text) <= longest, expectation)
      : requireValue(
          rules.at('AutomaticallyAfterDays'),
          (value) => (value.kind === 'literal' ? numberOf(value.value) <= longest : undefined),
          expectation,
        );
  },
};

/** Source: Secrets Manager user guide, "Schedule expressions". A cron expression comes back within a month or so. */
function daysOf(expression: Json): number {
  if (typeof expression !== 'string') return Number.NaN;
  if (expression.startsWith('cron(')) return 31;
  const rate = /^rate\((?<count>\d{1,4}) (?<unit>hour|day)s?\)$/u.exec(expression)?.groups;
  return Number(rate?.['count'] ?? Number.NaN) / (rate?.['unit'] === 'hour' ? 24 : 1);
}
