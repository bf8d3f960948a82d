import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

const REFUSED: readonly string[] = ['email', 'email-json', 'sms'];

export const subscriptionNotMailed: Rule = {
  id: 'sns-subscription-not-mailed',
  title: 'no topic sends messages by mail or SMS',
  severity: 'warning',
  controls: ['164.312(e)(2)(ii)', '164.502(b)'],
  profiles: ['strict'],
  why: 'Neither mail nor SMS is encrypted on its way, and both stay where they arrive.',
  fix: 'deliver to a queue, a function or an https endpoint',
  resourceTypes: ['AWS::SNS::Subscription', 'AWS::SNS::Topic'],
  check(resource) {
    const own =
      resource.type === 'AWS::SNS::Topic'
        ? resource.property('Subscription').items()
        : [resource.property('')];
    if (own.length === 0) return 'not-applicable';
    return own.flatMap((subscription) =>
      requireLiteral(
        subscription.at('Protocol'),
        (protocol) => typeof protocol === 'string' && !REFUSED.includes(protocol.toLowerCase()),
        'must be a protocol that encrypts',
      ),
    );
  },
};
