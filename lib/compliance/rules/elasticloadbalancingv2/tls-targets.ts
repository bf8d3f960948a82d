import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { accepts } from '../cloudformation/members';

const ENCRYPTED: readonly unknown[] = ['HTTPS', 'TLS'];
/** Of network load balancers: what passes through them is encrypted, or not, between client and server. */
const PASSED_THROUGH: readonly unknown[] = ['TCP', 'UDP', 'TCP_UDP', 'GENEVE', 'QUIC', 'TCP_QUIC'];

export const tlsTargets: Rule = {
  id: 'elasticloadbalancingv2-tls-targets',
  title: 'load balancers encrypt what they send to their targets',
  severity: 'warning',
  controls: ['164.312(e)(2)(ii)'],
  profiles: ['hipaa-nprm-2025'],
  proposed: ['NPRM 164.312(b)'],
  why: 'The load balancer ends the encryption; behind it PHI crosses the network in clear text.',
  fix: 'set Protocol of the target group to HTTPS or TLS',
  resourceTypes: ['AWS::ElasticLoadBalancingV2::TargetGroup'],
  check(group) {
    const isFunction = accepts(group.property('TargetType'), (type) => type === 'lambda');
    if (isFunction === true) return 'not-applicable';
    const protocol = group.property('Protocol');
    const isPassed = accepts(protocol, (value) => PASSED_THROUGH.includes(value));
    if (isPassed === true) return 'not-applicable';
    return requireLiteral(
      protocol,
      (value) => ENCRYPTED.includes(value) || PASSED_THROUGH.includes(value),
      'must be HTTPS or TLS',
    );
  },
};
