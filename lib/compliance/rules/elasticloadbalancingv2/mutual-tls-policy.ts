import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { accepts } from '../cloudformation/members';
import { LISTENER } from './listener';

/**
 * Policies with authenticated encryption and forward secrecy alone. Source: Elastic Load Balancing user guide, "Security
 * policies"; "FIPS" in a name says nothing of versions.
 */
const POLICIES: ReadonlySet<unknown> = new Set([
  'ELBSecurityPolicy-TLS13-1-2-Res-2021-06',
  'ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04',
  'ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09',
  'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09',
  'ELBSecurityPolicy-TLS13-1-3-2021-06',
  'ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04',
  'ELBSecurityPolicy-TLS13-1-3-FIPS-PQ-2025-09',
  'ELBSecurityPolicy-TLS13-1-3-PQ-2025-09',
]);

export const mutualTlsPolicy: Rule = {
  id: 'elasticloadbalancingv2-mutual-tls-policy',
  title: 'listeners that verify clients speak authenticated encryption alone',
  severity: 'error',
  controls: ['164.312(e)(2)(i)', '164.312(e)(2)(ii)'],
  profiles: ['hipaa'],
  why: 'Policies that end in Ext, and those without Res, still have CBC; a door that asks for certificates can ask for more.',
  fix: 'set SslPolicy to ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04, or to another of the Res and 1-3 policies',
  resourceTypes: [LISTENER],
  check(listener) {
    const mode = listener.property('MutualAuthentication.Mode');
    if (accepts(mode, (value) => value !== 'verify' && value !== 'passthrough') === true)
      return 'not-applicable';
    return requireLiteral(
      listener.property('SslPolicy'),
      (policy) => POLICIES.has(policy),
      'must be a policy with authenticated encryption alone',
    );
  },
};
