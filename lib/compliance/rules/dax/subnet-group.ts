import type { Rule } from '../../rule';
import { requireSet } from '../cloudformation/set';

export const subnetGroup: Rule = {
  id: 'dax-subnet-group',
  title: 'DAX clusters are placed in subnets that the template names',
  severity: 'warning',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['strict'],
  why: 'Without a subnet group a cluster lands in the default VPC, whose subnets are public.',
  fix: 'set SubnetGroupName to a group of private subnets',
  resourceTypes: ['AWS::DAX::Cluster'],
  check(cluster) {
    return requireSet(cluster.property('SubnetGroupName'), 'must name a subnet group');
  },
};
