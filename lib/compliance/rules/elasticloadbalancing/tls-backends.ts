import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

const ENCRYPTED: readonly unknown[] = ['HTTPS', 'SSL'];

export const tlsBackends: Rule = {
  id: 'elasticloadbalancing-tls-backends',
  title: 'classic load balancers encrypt what they send to machines',
  severity: 'warning',
  controls: ['164.312(e)(2)(ii)'],
  profiles: ['hipaa-nprm-2025'],
  proposed: ['NPRM 164.312(b)'],
  why: 'The load balancer ends the encryption; behind it PHI crosses the network in clear text.',
  fix: 'set InstanceProtocol of each listener to HTTPS or SSL',
  resourceTypes: ['AWS::ElasticLoadBalancing::LoadBalancer'],
  check(balancer) {
    return balancer
      .property('Listeners')
      .items()
      .flatMap((listener) =>
        requireLiteral(
          listener.at('InstanceProtocol'),
          (protocol) => typeof protocol === 'string' && ENCRYPTED.includes(protocol.toUpperCase()),
          `must be ${ENCRYPTED.join(' or ')}`,
        ),
      );
  },
};
