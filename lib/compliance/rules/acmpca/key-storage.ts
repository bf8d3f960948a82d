import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';

/** The other ones are FIPS_140_2_LEVEL_2_OR_HIGHER, and that of China's regions. Source: CloudFormation reference. */
const STANDARD = 'FIPS_140_2_LEVEL_3_OR_HIGHER';

export const keyStorage: Rule = {
  id: 'acmpca-key-storage',
  title: 'private CAs keep their key in a module of FIPS 140-2 level 3',
  severity: 'error',
  controls: ['164.312(d)', '164.312(a)(2)(iv)'],
  profiles: ['hipaa'],
  why: 'Who has the key of the CA is anybody he wants to be.',
  fix: 'leave KeyStorageSecurityStandard out, or set FIPS_140_2_LEVEL_3_OR_HIGHER',
  resourceTypes: ['AWS::ACMPCA::CertificateAuthority'],
  check(authority) {
    return allowLiteral(
      authority.property('KeyStorageSecurityStandard'),
      (standard) => standard === STANDARD,
      `must be ${STANDARD}`,
    );
  },
};
