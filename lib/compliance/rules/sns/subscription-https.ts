import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

const REFUSED: readonly string[] = ['http'];

export const subscriptionHttps: Rule = {
  id: 'sns-subscription-https',
  title: 'no topic delivers over plain HTTP',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(e)(2)(ii)'],
  profiles: ['hipaa'],
  why: 'The whole message crosses the network readable.',
  fix: 'set Protocol to https',
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
        'must not be http',
      ),
    );
  },
};
