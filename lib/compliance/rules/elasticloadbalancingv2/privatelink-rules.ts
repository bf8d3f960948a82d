import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const privatelinkRules: Rule = {
  id: 'elasticloadbalancingv2-privatelink-rules',
  title: 'security groups of a load balancer also hold for traffic through PrivateLink',
  severity: 'error',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['hipaa'],
  why: 'Switched off, whoever has an endpoint reaches every listener, whatever the security groups say.',
  fix: 'leave EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic out, or set it to on',
  resourceTypes: ['AWS::ElasticLoadBalancingV2::LoadBalancer'],
  check(balancer) {
    return allowLiteral(
      balancer.property('EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic'),
      (value) => value !== 'off' && value !== false && value !== 'false',
      'must not be off',
    );
  },
};
