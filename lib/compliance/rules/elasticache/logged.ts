import type { Rule } from '../../rule';
import { observe } from '../cloudformation/answer';
import { isAlways, isOneOf } from '../cloudformation/certainty';
import { accepts, surelyHas } from '../cloudformation/members';

export const logged: Rule = {
  id: 'elasticache-logged',
  title: 'caches deliver their engine log',
  severity: 'warning',
  controls: ['164.312(b)'],
  profiles: ['strict'],
  why: 'Without it nobody can tell what a cache was doing when something went wrong.',
  fix: 'add a member to LogDeliveryConfigurations with LogType engine-log',
  resourceTypes: ['AWS::ElastiCache::ReplicationGroup', 'AWS::ElastiCache::CacheCluster'],
  check(cache) {
    if (isAlways(cache.property('Engine'), isOneOf('memcached'))) return 'not-applicable';
    const logs = cache.property('LogDeliveryConfigurations');
    return observe(
      surelyHas(logs, (log) => accepts(log.at('LogType'), (type) => type === 'engine-log')),
      logs.path,
      'must deliver the engine log',
    );
  },
};
