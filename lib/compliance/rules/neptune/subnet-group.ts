import type { Rule } from '../../rule';
import { requireSet } from '../cloudformation/set';

export const subnetGroup: Rule = {
  id: 'neptune-subnet-group',
  title: 'clusters and instances of Neptune are placed in subnets that the template names',
  severity: 'warning',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['strict'],
  why: 'Without a subnet group a cluster lands in the default VPC, whose subnets are public.',
  fix: 'set DBSubnetGroupName to a group of private subnets',
  resourceTypes: ['AWS::Neptune::DBCluster', 'AWS::Neptune::DBInstance'],
  check(store) {
    return requireSet(store.property('DBSubnetGroupName'), 'must name a subnet group');
  },
};
