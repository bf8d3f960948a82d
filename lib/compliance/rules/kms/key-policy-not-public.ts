import { publicStatements } from '../../policy/public-access';
import type { Rule } from '../../rule';

export const keyPolicyNotPublic: Rule = {
  id: 'kms-key-policy-not-public',
  title: 'no key policy lets everybody in',
  severity: 'fatal',
  controls: ['164.312(a)(1)'],
  profiles: ['hipaa'],
  why: 'A key that any AWS account may use protects nothing from any AWS account.',
  fix: 'name the principals, or add a condition on kms:CallerAccount, aws:PrincipalAccount, aws:PrincipalOrgID or aws:SourceArn',
  resourceTypes: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'],
  check(key) {
    return publicStatements(key.property('KeyPolicy'), key.template);
  },
};
