import type { Rule } from '../../rule';
import { requireAttribute } from './attribute';

export const accessLogs: Rule = {
  id: 'elasticloadbalancingv2-access-logs',
  title: 'load balancers log each request',
  severity: 'error',
  controls: ['164.312(b)', '164.308(a)(1)(ii)(D)'],
  profiles: ['strict'],
  why: 'Without the log nobody can say which address asked for what, nor how much of it left.',
  fix: 'set the attribute access_logs.s3.enabled to true, and access_logs.s3.bucket',
  resourceTypes: ['AWS::ElasticLoadBalancingV2::LoadBalancer'],
  check(balancer) {
    return requireAttribute(
      balancer,
      'access_logs.s3.enabled',
      (value) => value.toLowerCase() === 'true',
      'must be true',
    );
  },
};
