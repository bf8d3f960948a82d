import type { Rule } from '../../rule';
import { onEach } from '../cloudformation/present';
import { requireCustomerKey } from '../kms/customer-key';

export const customerKey: Rule = {
  id: 'secretsmanager-customer-key',
  title: 'secrets and their replicas are encrypted with a customer-managed key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)', '164.308(a)(5)(ii)(D)'],
  profiles: ['strict'],
  why: 'Under the key of AWS whoever may read the secret may decrypt it; a key of your own says separately who can.',
  fix: 'set KmsKeyId, and KmsKeyId of each ReplicaRegions',
  resourceTypes: ['AWS::SecretsManager::Secret'],
  check(secret) {
    return [
      ...requireCustomerKey(secret.property('KmsKeyId')),
      ...onEach(secret.property('ReplicaRegions'), (replica) => requireCustomerKey(replica.at('KmsKeyId'))),
    ];
  },
};
