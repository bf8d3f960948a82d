import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const accessLogs: Rule = {
  id: 'elasticloadbalancing-access-logs',
  title: 'classic load balancers log each request',
  severity: 'error',
  controls: ['164.312(b)', '164.308(a)(1)(ii)(D)'],
  profiles: ['strict'],
  why: 'Without the log nobody can say which address asked for what, nor how much of it left.',
  fix: 'set AccessLoggingPolicy.Enabled to true, and S3BucketName',
  resourceTypes: ['AWS::ElasticLoadBalancing::LoadBalancer'],
  check(balancer) {
    return requireLiteral(balancer.property('AccessLoggingPolicy.Enabled'), isTrue, 'must be true');
  },
};
