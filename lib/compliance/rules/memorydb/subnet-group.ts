import type { Rule } from '../../rule';
import { requireSet } from '../cloudformation/set';

export const subnetGroup: Rule = {
  id: 'memorydb-subnet-group',
  title: 'clusters of MemoryDB are placed in subnets that the template names',
  severity: 'warning',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['strict'],
  why: 'Without a subnet group a cluster lands in the default VPC, whose subnets are public.',
  fix: 'set SubnetGroupName to a group of private subnets',
  resourceTypes: ['AWS::MemoryDB::Cluster'],
  check(cluster) {
    return requireSet(cluster.property('SubnetGroupName'), 'must name a subnet group');
  },
};
