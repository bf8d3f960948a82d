import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const crossZone: Rule = {
  id: 'elasticloadbalancing-cross-zone',
  title: 'classic load balancers use the machines of every zone',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(C)'],
  profiles: ['strict'],
  why: 'When the machines of one zone fail, its share of the requests fails with them.',
  fix: 'set CrossZone to true',
  resourceTypes: ['AWS::ElasticLoadBalancing::LoadBalancer'],
  check(balancer) {
    return requireLiteral(balancer.property('CrossZone'), isTrue, 'must be true');
  },
};
