import { requireLiteral } from '../../requirement';
import { finding, type Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { accepts } from '../cloudformation/members';

const WAYS = ['CrlConfiguration', 'OcspConfiguration'];

export const revocation: Rule = {
  id: 'acmpca-revocation',
  title: 'private CAs tell which certificates were revoked',
  severity: 'error',
  controls: ['164.312(d)', '164.308(a)(3)(ii)(C)'],
  profiles: ['hipaa'],
  why: 'The certificate of a lost laptop, or of somebody who left, opens every door until it runs out.',
  fix: `set Enabled of RevocationConfiguration.${WAYS.join(' or ')} to true, or UsageMode to SHORT_LIVED_CERTIFICATE`,
  resourceTypes: ['AWS::ACMPCA::CertificateAuthority'],
  check(authority) {
    const revocation = authority.property('RevocationConfiguration');
    const isShort = accepts(authority.property('UsageMode'), (mode) => mode === 'SHORT_LIVED_CERTIFICATE');
    // a certificate of at most seven days need not be revoked
    const set = WAYS.filter((way) => revocation.at(way).isPresent);
    if (isShort === true) return 'not-applicable';
    if (set.length === 0) return [finding(revocation.path, 'tells nobody')];
    const seen = set.map((way) => requireLiteral(revocation.at(`${way}.Enabled`), isTrue, 'must be true'));
    // what is configured is meant to work
    return seen.flat();
  },
};
