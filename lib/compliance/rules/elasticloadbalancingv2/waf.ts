import { finding, type Rule } from '../../rule';
import { accepts } from '../cloudformation/members';
import { webAclAssociations } from '../wafv2/associations';

export const waf: Rule = {
  id: 'elasticloadbalancingv2-waf',
  title: 'public application load balancers stand behind a web ACL',
  severity: 'warning',
  controls: ['164.308(a)(5)(ii)(B)', '164.312(e)(1)'],
  profiles: ['strict'],
  why: 'Injection and known exploits reach the application with nothing in between that would stop them.',
  fix: 'add an AWS::WAFv2::WebACLAssociation for the load balancer',
  resourceTypes: ['AWS::ElasticLoadBalancingV2::LoadBalancer'],
  check(balancer) {
    const isOther = accepts(balancer.property('Type'), (type) => type === 'network' || type === 'gateway');
    const isInternal = accepts(balancer.property('Scheme'), (scheme) => scheme === 'internal');
    if (isOther === true || isInternal === true) return 'not-applicable';
    return webAclAssociations(balancer).length > 0 ? [] : [finding('Properties', 'has no web ACL')];
  },
};
