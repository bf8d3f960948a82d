import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const connectionDraining: Rule = {
  id: 'elasticloadbalancing-connection-draining',
  title: 'classic load balancers let requests finish before a machine goes',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(C)', '164.312(c)(1)'],
  profiles: ['strict'],
  why: 'A write that is cut off half-way leaves a record half-written.',
  fix: 'set ConnectionDrainingPolicy.Enabled to true',
  resourceTypes: ['AWS::ElasticLoadBalancing::LoadBalancer'],
  check(balancer) {
    return requireLiteral(balancer.property('ConnectionDrainingPolicy.Enabled'), isTrue, 'must be true');
  },
};
