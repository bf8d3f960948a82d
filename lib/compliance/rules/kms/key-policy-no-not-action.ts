import { notActionStatements } from '../../policy/blanket';
import type { Rule } from '../../rule';

export const keyPolicyNoNotAction: Rule = {
  id: 'kms-key-policy-no-not-action',
  title: 'key policies allow no NotAction',
  severity: 'error',
  controls: ['164.308(a)(4)(ii)(B)', '164.502(b)'],
  profiles: ['hipaa'],
  why: 'An Allow with NotAction grants all other actions, and those that AWS adds later.',
  fix: 'replace NotAction by the actions that are needed',
  resourceTypes: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'],
  check(key, template) {
    return notActionStatements(key.property('KeyPolicy'), template);
  },
};
