import type { Rule } from '../../rule';
import { accepts } from '../cloudformation/members';
import { requireAttribute } from './attribute';

export const connectionLogs: Rule = {
  id: 'elasticloadbalancingv2-connection-logs',
  title: 'application load balancers log each connection with its certificate',
  severity: 'warning',
  controls: ['164.312(b)', '164.312(d)'],
  profiles: ['strict'],
  why: 'A handshake that fails leaves no request, and so no line in the access log: attempts stay unseen.',
  fix: 'set the attribute connection_logs.s3.enabled to true, and connection_logs.s3.bucket',
  resourceTypes: ['AWS::ElasticLoadBalancingV2::LoadBalancer'],
  check(balancer) {
    const isOther = accepts(balancer.property('Type'), (type) => type === 'network' || type === 'gateway');
    if (isOther === true) return 'not-applicable';
    return requireAttribute(
      balancer,
      'connection_logs.s3.enabled',
      (value) => value.toLowerCase() === 'true',
      'must be true',
    );
  },
};
