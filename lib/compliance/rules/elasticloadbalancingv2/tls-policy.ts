import { allowLiteral, requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { LISTENER, mayBeEncrypted } from './listener';

/**
 * Policies whose oldest protocol is TLS 1.2, and that have no cipher without authentication; TLS13 policies are also
 * written without their prefix. Source: Elastic Load Balancing user guide, "Security policies".
 */
const POLICIES = [
  /^(?:ELBSecurityPolicy-)?TLS13-1-[23](?:-(?:Res|Ext[012]))?(?:-FIPS)?(?:-PQ)?-20\d\d-\d\d$/u,
  /^ELBSecurityPolicy-(?:TLS-1-2|TLS-1-2-Ext|FS-1-2|FS-1-2-Res)-20\d\d-\d\d$/u,
];

export const tlsPolicy: Rule = {
  id: 'elasticloadbalancingv2-tls-policy',
  title: 'listeners speak TLS 1.2 or later',
  severity: 'error',
  controls: ['164.312(e)(2)(ii)', '164.312(e)(2)(i)'],
  profiles: ['hipaa'],
  why: 'Without a policy of their own they still accept TLS 1.0, whose ciphers are broken and which NIST withdrew.',
  fix: 'set SslPolicy to ELBSecurityPolicy-TLS13-1-2-Res-2021-06, or to a FIPS one such as ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04',
  resourceTypes: [LISTENER],
  check(listener) {
    const protocol = listener.property('Protocol');
    const policy = listener.property('SslPolicy');
    const isStrong = (name: unknown) => typeof name === 'string' && POLICIES.some((form) => form.test(name));
    if (mayBeEncrypted(protocol)) {
      // without Protocol the listener of port 80 has no policy
      const demand = protocol.isPresent ? requireLiteral : allowLiteral;
      return demand(policy, isStrong, 'must be a policy with TLS 1.2 or later');
    }
    return policy.isPresent
      ? allowLiteral(policy, isStrong, 'must be a policy with TLS 1.2 or later')
      : 'not-applicable';
  },
};
