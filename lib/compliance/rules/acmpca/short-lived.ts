import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { accepts } from '../cloudformation/members';

export const shortLived: Rule = {
  id: 'acmpca-short-lived',
  title: 'private CAs that are not asked about revocation issue for a week at most',
  severity: 'error',
  controls: ['164.312(d)', '164.308(a)(3)(ii)(C)'],
  profiles: ['strict'],
  why: 'A certificate that nobody can take back is good for whoever stole its key until it runs out, in general-purpose mode years later.',
  fix: 'set UsageMode to SHORT_LIVED_CERTIFICATE, which cannot be changed later, or RevocationConfiguration',
  resourceTypes: ['AWS::ACMPCA::CertificateAuthority'],
  check(authority) {
    const revocation = authority.property('RevocationConfiguration');
    const isAsked = ['CrlConfiguration', 'OcspConfiguration'].some(
      (way) =>
        accepts(revocation.at(way).at('Enabled'), (on) => on === true || on === 'true' || on === 'True') ===
        true,
    );
    if (isAsked) return 'not-applicable';
    return requireLiteral(
      authority.property('UsageMode'),
      (mode) => mode === 'SHORT_LIVED_CERTIFICATE',
      'must be SHORT_LIVED_CERTIFICATE',
    );
  },
};
