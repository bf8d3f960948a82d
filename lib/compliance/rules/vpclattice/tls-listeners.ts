import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

const PROTOCOLS: readonly unknown[] = ['HTTPS', 'TLS_PASSTHROUGH'];

export const tlsListeners: Rule = {
  id: 'vpclattice-tls-listeners',
  title: 'services of Lattice take encrypted connections only',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(e)(2)(ii)'],
  profiles: ['hipaa'],
  why: 'A call between services carries PHI, and the signature of the caller, in clear text.',
  fix: `set Protocol to ${PROTOCOLS.join(' or ')}`,
  resourceTypes: ['AWS::VpcLattice::Listener'],
  check(listener) {
    return requireLiteral(
      listener.property('Protocol'),
      (protocol) => PROTOCOLS.includes(protocol),
      `must be ${PROTOCOLS.join(' or ')}`,
    );
  },
};
