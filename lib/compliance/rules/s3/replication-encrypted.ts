import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { requireCustomerKey } from '../kms/customer-key';

export const replicationEncrypted: Rule = {
  id: 's3-replication-encrypted',
  title: 'replicas are encrypted with a customer-managed key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'Objects under a KMS key are left out of replication unless it is told to take them, and a copy needs a key of its own.',
  fix: 'set SseKmsEncryptedObjects.Status to Enabled and EncryptionConfiguration.ReplicaKmsKeyID to a key of yours in each rule',
  resourceTypes: ['AWS::S3::Bucket'],
  check(bucket) {
    const rules = bucket.property('ReplicationConfiguration.Rules').items();
    if (rules.length === 0) return 'not-applicable';
    return rules.flatMap((rule) => [
      ...requireLiteral(
        rule.at('SourceSelectionCriteria.SseKmsEncryptedObjects.Status'),
        (status) => status === 'Enabled',
        'must be Enabled',
      ),
      ...requireCustomerKey(rule.at('Destination.EncryptionConfiguration.ReplicaKmsKeyID')),
    ]);
  },
};
