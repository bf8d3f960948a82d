import type { Rule } from '../../rule';
import { accepts } from '../cloudformation/members';
import { requireMember } from '../cloudformation/require-member';
import { finding } from '../../rule';

const NEGOTIATION = 'SSLNegotiationPolicyType';
/** The one predefined policy of classic load balancers without TLS 1.0 and 1.1. */
const POLICY = 'ELBSecurityPolicy-TLS-1-2-2017-01';
const ENCRYPTED: readonly unknown[] = ['HTTPS', 'SSL'];

export const tlsPolicy: Rule = {
  id: 'elasticloadbalancing-tls-policy',
  title: 'classic load balancers speak TLS 1.2 or later',
  severity: 'error',
  controls: ['164.312(e)(2)(ii)', '164.312(e)(2)(i)'],
  profiles: ['hipaa'],
  why: 'By default they still accept TLS 1.0, whose ciphers are broken and which NIST withdrew.',
  fix: `add a policy of type ${NEGOTIATION} with Reference-Security-Policy ${POLICY}, and name it in PolicyNames of the listener`,
  resourceTypes: ['AWS::ElasticLoadBalancing::LoadBalancer'],
  check(balancer) {
    const listeners = balancer.property('Listeners').items();
    const isPlain = listeners.every(
      (listener) =>
        accepts(
          listener.at('Protocol'),
          (protocol) => !(typeof protocol === 'string' && ENCRYPTED.includes(protocol.toUpperCase())),
        ) === true,
    );
    if (isPlain) return 'not-applicable';
    const policies = balancer.property('Policies');
    if (policies.values.some(({ kind }) => kind === 'absent'))
      return [finding(policies.path, `must name ${POLICY}`)];
    return requireMember(
      policies,
      (policy) =>
        both(
          accepts(policy.at('PolicyType'), (type) => type === NEGOTIATION),
          accepts(policy.at('Attributes.0.Value'), (value) => value === POLICY),
        ),
      `must name ${POLICY}`,
    );
  },
};

function both(one: boolean | undefined, other: boolean | undefined): boolean | undefined {
  if (one === false || other === false) return false;
  return one === true && other === true ? true : undefined;
}
