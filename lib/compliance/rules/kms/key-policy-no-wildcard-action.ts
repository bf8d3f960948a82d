import { wholeServiceStatements } from '../../policy/blanket';
import type { Rule } from '../../rule';

export const keyPolicyNoWildcardAction: Rule = {
  id: 'kms-key-policy-no-wildcard-action',
  title: 'key policies name the actions they allow',
  severity: 'warning',
  controls: ['164.308(a)(4)(ii)(B)', '164.502(b)'],
  profiles: ['strict'],
  why: 'Whoever may do everything with a key may also delete it, and every record under it.',
  fix: 'list the actions that are needed',
  resourceTypes: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'],
  check(key, template) {
    return wholeServiceStatements(key.property('KeyPolicy'), template);
  },
};
