import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const samlAssertionsEncrypted: Rule = {
  id: 'iam-saml-assertions-encrypted',
  title: 'what an identity provider says about people is encrypted',
  severity: 'warning',
  controls: ['164.312(e)(2)(ii)', '164.312(d)'],
  profiles: ['strict'],
  why: 'An assertion passes through the browser; in clear text it tells groups and attributes to whatever reads there.',
  fix: 'set AssertionEncryptionMode to Required, with a key in AddPrivateKey',
  resourceTypes: ['AWS::IAM::SAMLProvider'],
  check(provider) {
    return requireLiteral(
      provider.property('AssertionEncryptionMode'),
      (mode) => mode === 'Required',
      'must be Required',
    );
  },
};
