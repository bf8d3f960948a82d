import type { Parameter } from '../../parameter';
import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { numberOf } from '../../template/value';
import { isAlways, isOneOf } from '../cloudformation/certainty';

/** What AWS's own conformance pack for HIPAA asks. */
const days: Parameter<number> = {
  name: 'days',
  description: 'how long snapshots of a cache are kept at least, in days',
  default: 15,
};

export const backups: Rule = {
  id: 'elasticache-backups',
  title: 'caches are backed up',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(A)'],
  profiles: ['strict'],
  parameters: [days],
  why: 'A cache that holds the only copy of a session or a queue is data like any other.',
  fix: 'set SnapshotRetentionLimit to 15 or more',
  resourceTypes: [
    'AWS::ElastiCache::ReplicationGroup',
    'AWS::ElastiCache::CacheCluster',
    'AWS::ElastiCache::ServerlessCache',
  ],
  check(cache, _template, settings) {
    if (isAlways(cache.property('Engine'), isOneOf('memcached'))) return 'not-applicable';
    const least = settings.of(days);
    return requireLiteral(
      cache.property('SnapshotRetentionLimit'),
      (value) => numberOf(value) >= least,
      `must be at least ${least} days`,
    );
  },
};
