import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const internal: Rule = {
  id: 'elasticloadbalancing-internal',
  title: 'load balancers have private addresses',
  severity: 'warning',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['strict'],
  why: 'Each public address is one more system of which somebody must know that it is hardened.',
  fix: 'set Scheme to internal; put one public entrance with a web ACL in front',
  resourceTypes: ['AWS::ElasticLoadBalancing::LoadBalancer', 'AWS::ElasticLoadBalancingV2::LoadBalancer'],
  check(balancer) {
    return requireLiteral(balancer.property('Scheme'), (scheme) => scheme === 'internal', 'must be internal');
  },
};
