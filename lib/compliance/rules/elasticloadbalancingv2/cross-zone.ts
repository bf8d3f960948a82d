import type { Rule } from '../../rule';
import { accepts } from '../cloudformation/members';
import { requireAttribute } from './attribute';

export const crossZone: Rule = {
  id: 'elasticloadbalancingv2-cross-zone',
  title: 'network load balancers use the machines of every zone',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(C)'],
  profiles: ['strict'],
  why: 'When the machines of one zone fail, its share of the requests fails with them.',
  fix: 'set the attribute load_balancing.cross_zone.enabled to true',
  resourceTypes: ['AWS::ElasticLoadBalancingV2::LoadBalancer'],
  check(balancer) {
    const isAlways = accepts(balancer.property('Type'), (type) => type !== 'network' && type !== 'gateway');
    if (isAlways === true) return 'not-applicable';
    return requireAttribute(
      balancer,
      'load_balancing.cross_zone.enabled',
      (value) => value.toLowerCase() === 'true',
      'must be true',
    );
  },
};
