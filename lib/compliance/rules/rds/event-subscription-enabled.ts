import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const eventSubscriptionEnabled: Rule = {
  id: 'rds-event-subscription-enabled',
  title: 'subscriptions to database events are on',
  severity: 'warning',
  controls: ['164.308(a)(6)(ii)'],
  profiles: ['strict'],
  why: 'A failover, a full disk or a failed backup that nobody hears of is not responded to.',
  fix: 'leave Enabled out, or set it to true',
  resourceTypes: ['AWS::RDS::EventSubscription'],
  check(subscription) {
    return allowLiteral(subscription.property('Enabled'), isTrue, 'must not be false');
  },
};
