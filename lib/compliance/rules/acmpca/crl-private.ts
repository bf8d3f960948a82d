import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { accepts } from '../cloudformation/members';

export const crlPrivate: Rule = {
  id: 'acmpca-crl-private',
  title: 'revocation lists are no public objects',
  severity: 'error',
  controls: ['164.312(a)(1)', '164.502(b)'],
  profiles: ['hipaa'],
  why: 'By default the list is written with a public ACL: the bucket must allow such, and then so may others.',
  fix: 'set RevocationConfiguration.CrlConfiguration.S3ObjectAcl to BUCKET_OWNER_FULL_CONTROL',
  resourceTypes: ['AWS::ACMPCA::CertificateAuthority'],
  check(authority) {
    const list = authority.property('RevocationConfiguration.CrlConfiguration');
    const isOff = accepts(list.at('Enabled'), (on) => on !== true && on !== 'true' && on !== 'True');
    if (isOff === true) return 'not-applicable';
    return requireLiteral(
      list.at('S3ObjectAcl'),
      (acl) => acl === 'BUCKET_OWNER_FULL_CONTROL',
      'must be BUCKET_OWNER_FULL_CONTROL',
    );
  },
};
