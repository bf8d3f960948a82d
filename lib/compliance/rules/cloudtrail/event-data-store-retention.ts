import { SIX_YEARS_IN_DAYS } from '../../../contract/retention';
import type { Parameter } from '../../parameter';
import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { numberOf } from '../../template/value';

const days: Parameter<number> = {
  name: 'days',
  description: 'shortest retention, in days',
  default: SIX_YEARS_IN_DAYS,
};

export const eventDataStoreRetention: Rule = {
  id: 'cloudtrail-event-data-store-retention',
  title: 'event data stores keep events for six years',
  severity: 'warning',
  controls: ['164.312(b)', '164.316(b)(2)(i)'],
  profiles: ['strict'],
  parameters: [days],
  why: 'With the pricing that is chosen by default, events are kept for a year.',
  fix: 'set RetentionPeriod to 2192 or more',
  resourceTypes: ['AWS::CloudTrail::EventDataStore'],
  check(store, _template, settings) {
    const least = settings.of(days);
    return requireLiteral(
      store.property('RetentionPeriod'),
      (value) => numberOf(value) >= least,
      `must be at least ${least} days`,
    );
  },
};
