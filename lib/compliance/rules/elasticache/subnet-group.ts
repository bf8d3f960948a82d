import type { Rule } from '../../rule';
import { requireSet } from '../cloudformation/set';

export const subnetGroup: Rule = {
  id: 'elasticache-subnet-group',
  title: 'caches are placed in subnets that the template names',
  severity: 'warning',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['strict'],
  why: 'Without subnets a cache lands in the default VPC, whose subnets are public.',
  fix: 'set CacheSubnetGroupName, or SubnetIds of a serverless cache',
  resourceTypes: [
    'AWS::ElastiCache::ReplicationGroup',
    'AWS::ElastiCache::CacheCluster',
    'AWS::ElastiCache::ServerlessCache',
  ],
  check(cache) {
    return cache.type === 'AWS::ElastiCache::ServerlessCache'
      ? requireSet(cache.property('SubnetIds'), 'must name subnets')
      : requireSet(cache.property('CacheSubnetGroupName'), 'must name a subnet group');
  },
};
