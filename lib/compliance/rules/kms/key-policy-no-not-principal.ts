import { notPrincipalStatements } from '../../policy/blanket';
import type { Rule } from '../../rule';

export const keyPolicyNoNotPrincipal: Rule = {
  id: 'kms-key-policy-no-not-principal',
  title: 'key policies allow no NotPrincipal',
  severity: 'error',
  controls: ['164.312(a)(1)'],
  profiles: ['hipaa'],
  why: 'An Allow with NotPrincipal lets in everybody who is not named, strangers included.',
  fix: 'replace NotPrincipal by the principals that are meant',
  resourceTypes: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'],
  check(key, template) {
    return notPrincipalStatements(key.property('KeyPolicy'), template);
  },
};
