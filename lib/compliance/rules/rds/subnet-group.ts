import type { Rule } from '../../rule';
import { requireSet } from '../cloudformation/set';
import { isClusterMember } from './cluster-member';

export const subnetGroup: Rule = {
  id: 'rds-subnet-group',
  title: 'databases are placed in subnets that the template names',
  severity: 'warning',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['strict'],
  why: 'Without a subnet group a database lands in the default VPC, whose subnets are public.',
  fix: 'set DBSubnetGroupName to a group of private subnets',
  resourceTypes: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  check(database) {
    if (isClusterMember(database)) return 'not-applicable';
    return requireSet(database.property('DBSubnetGroupName'), 'must name a subnet group');
  },
};
