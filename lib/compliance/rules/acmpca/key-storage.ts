import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';

/** Source: AWS Private CA user guide, "Security standards". The newer name is of the same modules. */
const STANDARDS: readonly unknown[] = ['FIPS_140_2_LEVEL_3_OR_HIGHER', 'CCPC_LEVEL_1_OR_HIGHER'];

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
      (standard) => STANDARDS.includes(standard),
      'must be FIPS 140-2 level 3',
    );
  },
};
