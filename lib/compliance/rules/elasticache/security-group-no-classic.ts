import { requireValue } from '../../requirement';
import type { Rule } from '../../rule';
import { isList } from '../../template/json';

export const securityGroupNoClassic: Rule = {
  id: 'elasticache-security-group-no-classic',
  title: 'caches are not put into security groups of EC2-Classic',
  severity: 'warning',
  controls: ['164.312(a)(1)'],
  profiles: ['strict'],
  why: 'EC2-Classic is gone, and its groups know no VPC.',
  fix: 'name VPC security groups in SecurityGroupIds or VpcSecurityGroupIds',
  resourceTypes: ['AWS::ElastiCache::ReplicationGroup', 'AWS::ElastiCache::CacheCluster'],
  check(cache) {
    const groups = cache.property('CacheSecurityGroupNames');
    return requireValue(
      groups,
      (value) => value.kind === 'literal' && isList(value.value) && value.value.length === 0,
      'must not be set',
      { absent: 'accepted' },
    );
  },
};
