import type { Rule } from '../../rule';
import { requireCustomerKey } from '../kms/customer-key';

export const customerKey: Rule = {
  id: 'elasticache-customer-key',
  title: 'caches are encrypted with a customer-managed key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'Under a key that AWS owns nobody can withdraw access to the snapshots.',
  fix: 'set KmsKeyId to a customer-managed key',
  resourceTypes: ['AWS::ElastiCache::ReplicationGroup', 'AWS::ElastiCache::ServerlessCache'],
  check(cache) {
    return requireCustomerKey(cache.property('KmsKeyId'));
  },
};
