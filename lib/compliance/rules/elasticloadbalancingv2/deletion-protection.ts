import type { Rule } from '../../rule';
import { requireAttribute } from './attribute';

export const deletionProtection: Rule = {
  id: 'elasticloadbalancingv2-deletion-protection',
  title: 'load balancers cannot be deleted by mistake',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(C)'],
  profiles: ['strict'],
  why: 'With the load balancer the name and the entrance of the system are gone.',
  fix: 'set the attribute deletion_protection.enabled to true',
  resourceTypes: ['AWS::ElasticLoadBalancingV2::LoadBalancer'],
  check(balancer) {
    return requireAttribute(
      balancer,
      'deletion_protection.enabled',
      (value) => value.toLowerCase() === 'true',
      'must be true',
    );
  },
};
