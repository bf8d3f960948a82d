import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { accepts } from '../cloudformation/members';
import { LISTENER } from './listener';

/**
 * Restricted policies (`Res`), and those of TLS 1.3 alone: AES-GCM and ChaCha20-Poly1305 with forward secrecy, and no CBC. Source: Elastic
 * Load Balancing user guide, "Security policies".
 */
const POLICIES = /^(?:ELBSecurityPolicy-)?TLS13-1-(?:2-Res|3)(?:-FIPS)?(?:-PQ)?-20\d\d-\d\d$/u;

export const tlsAuthenticatedCiphers: Rule = {
  id: 'elasticloadbalancingv2-tls-authenticated-ciphers',
  title: 'listeners have no cipher in CBC mode',
  severity: 'warning',
  controls: ['164.312(e)(2)(ii)', '164.312(e)(2)(i)'],
  profiles: ['strict'],
  why: 'Ciphers in CBC mode were broken by padding oracles time and again; policies with FIPS in their name still have them.',
  fix: 'set SslPolicy to ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04, or to one of TLS 1.3 alone',
  resourceTypes: [LISTENER],
  check(listener) {
    const isOther = accepts(
      listener.property('Protocol'),
      (protocol) => protocol !== 'HTTPS' && protocol !== 'TLS',
    );
    if (isOther === true) return 'not-applicable';
    return requireLiteral(
      listener.property('SslPolicy'),
      (name) => typeof name === 'string' && POLICIES.test(name),
      'must be a policy without CBC',
    );
  },
};
