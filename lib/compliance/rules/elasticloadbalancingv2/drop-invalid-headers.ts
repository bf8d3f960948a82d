import type { Rule } from '../../rule';
import { accepts } from '../cloudformation/members';
import { requireAttribute } from './attribute';

export const dropInvalidHeaders: Rule = {
  id: 'elasticloadbalancingv2-drop-invalid-headers',
  title: 'application load balancers drop headers that are not valid',
  severity: 'error',
  controls: ['164.312(e)(2)(i)', '164.312(c)(1)'],
  profiles: ['strict'],
  why: 'A header that load balancer and server read differently lets one request carry another past the checks.',
  fix: 'set the attribute routing.http.drop_invalid_header_fields.enabled to true',
  resourceTypes: ['AWS::ElasticLoadBalancingV2::LoadBalancer'],
  check(balancer) {
    const isOther = accepts(balancer.property('Type'), (type) => type === 'network' || type === 'gateway');
    if (isOther === true) return 'not-applicable';
    return requireAttribute(
      balancer,
      'routing.http.drop_invalid_header_fields.enabled',
      (value) => value.toLowerCase() === 'true',
      'must be true',
    );
  },
};
