import type { Parameter } from '../../parameter';
import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { numberOf } from '../../template/value';

const days: Parameter<number> = {
  name: 'days',
  description: 'days that the history of a durable execution is kept at least',
  default: 14,
};

export const durableRetention: Rule = {
  id: 'lambda-durable-retention',
  title: 'what durable functions did can be looked up for weeks',
  severity: 'warning',
  controls: ['164.312(b)', '164.308(a)(6)(ii)'],
  profiles: ['strict'],
  parameters: [days],
  why: 'The history says which step did what with which data; an incident is rarely noticed the next day.',
  fix: 'set DurableConfig.RetentionPeriodInDays to 14 or more, or leave it out: 14 is the default',
  resourceTypes: ['AWS::Lambda::Function'],
  check(lambda, _template, settings) {
    const least = settings.of(days);
    return allowLiteral(
      lambda.property('DurableConfig.RetentionPeriodInDays'),
      (value) => numberOf(value) >= least,
      `must be at least ${least}`,
    );
  },
};
