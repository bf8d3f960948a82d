import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { isAlways, isOneOf } from '../cloudformation/certainty';

export const atRestEncrypted: Rule = {
  id: 'elasticache-at-rest-encrypted',
  title: 'caches encrypt what they write to disk',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['hipaa'],
  why: 'Redis OSS and Valkey write snapshots and swap in clear text unless told otherwise.',
  fix: 'set AtRestEncryptionEnabled of the replication group to true; a lone Redis OSS node cannot be encrypted',
  resourceTypes: ['AWS::ElastiCache::ReplicationGroup', 'AWS::ElastiCache::CacheCluster'],
  check(cache) {
    if (cache.type === 'AWS::ElastiCache::ReplicationGroup')
      return requireLiteral(cache.property('AtRestEncryptionEnabled'), isTrue, 'must be true');
    // Memcached writes nothing to disk
    const engine = cache.property('Engine');
    if (isAlways(engine, isOneOf('memcached'))) return 'not-applicable';
    return requireLiteral(
      engine,
      isOneOf('memcached'),
      'must be memcached: another engine is encrypted in a replication group only',
    );
  },
};
