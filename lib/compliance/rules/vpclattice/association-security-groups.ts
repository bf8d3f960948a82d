import type { Rule } from '../../rule';
import { requirePresent } from '../cloudformation/set';

export const associationSecurityGroups: Rule = {
  id: 'vpclattice-association-security-groups',
  title: 'a security group says who in a VPC reaches a Lattice network',
  severity: 'warning',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['strict'],
  why: 'Without one every machine of the VPC reaches every service of the network.',
  fix: 'set SecurityGroupIds',
  resourceTypes: ['AWS::VpcLattice::ServiceNetworkVpcAssociation'],
  check(association) {
    return requirePresent(association.property('SecurityGroupIds'), 'must name a security group');
  },
};
