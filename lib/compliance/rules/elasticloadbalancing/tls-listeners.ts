import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

const ENCRYPTED: readonly unknown[] = ['HTTPS', 'SSL'];

export const tlsListeners: Rule = {
  id: 'elasticloadbalancing-tls-listeners',
  title: 'classic load balancers take encrypted connections only',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(e)(2)(ii)'],
  profiles: ['hipaa'],
  why: 'What a client sends to a plain listener can be read by everybody on the way.',
  fix: 'set Protocol of each listener to HTTPS or SSL',
  resourceTypes: ['AWS::ElasticLoadBalancing::LoadBalancer'],
  check(balancer) {
    return balancer
      .property('Listeners')
      .items()
      .flatMap((listener) =>
        requireLiteral(
          listener.at('Protocol'),
          (protocol) => typeof protocol === 'string' && ENCRYPTED.includes(protocol.toUpperCase()),
          `must be ${ENCRYPTED.join(' or ')}`,
        ),
      );
  },
};
