import type { Rule } from '../../rule';
import { requirePresent } from '../cloudformation/set';

export const groupInSubnets: Rule = {
  id: 'autoscaling-group-in-subnets',
  title: 'groups name the subnets their machines start in',
  severity: 'error',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['strict'],
  why: 'Without subnets the machines start in the default VPC, whose subnets are public.',
  fix: 'set VPCZoneIdentifier to private subnets in several zones',
  resourceTypes: ['AWS::AutoScaling::AutoScalingGroup'],
  check(group) {
    return requirePresent(group.property('VPCZoneIdentifier'), 'must name subnets');
  },
};
