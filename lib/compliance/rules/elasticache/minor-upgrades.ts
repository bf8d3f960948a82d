import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const minorUpgrades: Rule = {
  id: 'elasticache-minor-upgrades',
  title: 'caches take minor upgrades by themselves',
  severity: 'warning',
  controls: ['164.308(a)(5)(ii)(B)'],
  profiles: ['hipaa'],
  why: 'Minor versions are how security fixes of an engine arrive.',
  fix: 'leave AutoMinorVersionUpgrade out, or set it to true',
  resourceTypes: ['AWS::ElastiCache::ReplicationGroup', 'AWS::ElastiCache::CacheCluster'],
  check(cache) {
    return allowLiteral(cache.property('AutoMinorVersionUpgrade'), isTrue, 'must not be false');
  },
};
