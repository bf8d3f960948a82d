import type { Rule } from '../../rule';
import { requireSet } from '../cloudformation/set';

export const subnetGroup: Rule = {
  id: 'dms-subnet-group',
  title: 'replication instances are placed in subnets that the template names',
  severity: 'warning',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['strict'],
  why: 'Without a subnet group an instance lands in the default VPC, whose subnets are public.',
  fix: 'set ReplicationSubnetGroupIdentifier, SubnetGroupIdentifier of an instance profile',
  resourceTypes: ['AWS::DMS::ReplicationInstance', 'AWS::DMS::InstanceProfile'],
  check(instance) {
    return requireSet(
      instance.property(
        instance.type === 'AWS::DMS::InstanceProfile'
          ? 'SubnetGroupIdentifier'
          : 'ReplicationSubnetGroupIdentifier',
      ),
      'must name a subnet group',
    );
  },
};
