import type { Rule } from '../../rule';
import { isAlways, isAlwaysSet, isOneOf } from '../cloudformation/certainty';
import { requireSet } from '../cloudformation/set';

export const authentication: Rule = {
  id: 'elasticache-authentication',
  title: 'caches ask who is there',
  severity: 'error',
  controls: ['164.312(d)', '164.312(a)(1)'],
  profiles: ['hipaa'],
  why: 'Without a password or users, whoever reaches the port reads and writes everything.',
  fix: 'set UserGroupIds, or AuthToken from a secret; UserGroupId of a serverless cache',
  resourceTypes: ['AWS::ElastiCache::ReplicationGroup', 'AWS::ElastiCache::ServerlessCache'],
  check(cache) {
    if (cache.type === 'AWS::ElastiCache::ServerlessCache') {
      if (isAlways(cache.property('Engine'), isOneOf('memcached'))) return 'not-applicable';
      return requireSet(cache.property('UserGroupId'), 'must name a user group');
    }
    const token = cache.property('AuthToken');
    const groups = cache.property('UserGroupIds');
    if (isAlwaysSet(token)) return [];
    return requireSet(groups, 'must name a user group, where there is no AuthToken');
  },
};
