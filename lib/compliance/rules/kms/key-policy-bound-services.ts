import { unboundServices } from '../../policy/service-caller';
import type { Rule } from '../../rule';

export const keyPolicyBoundServices: Rule = {
  id: 'kms-key-policy-bound-services',
  title: 'key policies say for whom a service may use the key',
  severity: 'warning',
  controls: ['164.312(a)(1)', '164.308(a)(4)(ii)(B)'],
  profiles: ['strict'],
  why: 'A service works for every account: without a condition, a stranger can have it decrypt for him.',
  fix: 'add a condition on aws:SourceArn, aws:SourceAccount, kms:CallerAccount or kms:EncryptionContext',
  resourceTypes: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'],
  check(key, template) {
    return unboundServices(key.property('KeyPolicy'), template);
  },
};
