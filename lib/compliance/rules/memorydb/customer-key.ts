import type { Rule } from '../../rule';
import { requireCustomerKey } from '../kms/customer-key';

export const customerKey: Rule = {
  id: 'memorydb-customer-key',
  title: 'clusters of MemoryDB are encrypted with a customer-managed key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'Under a key that AWS owns nobody can withdraw access to the data and its snapshots.',
  fix: 'set KmsKeyId to a customer-managed key',
  resourceTypes: ['AWS::MemoryDB::Cluster', 'AWS::MemoryDB::Snapshot'],
  check(cluster) {
    return requireCustomerKey(cluster.property('KmsKeyId'));
  },
};
