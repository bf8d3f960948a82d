import type { Rule } from '../../rule';
import { whereThere } from '../cloudformation/where-there';
import { requireSet } from '../cloudformation/set';

export const rotationInVpc: Rule = {
  id: 'secretsmanager-rotation-in-vpc',
  title: 'functions that rotate secrets run in a VPC',
  severity: 'warning',
  controls: ['164.312(e)(1)'],
  profiles: ['strict'],
  why: 'The function holds the old and the new password; outside a VPC it can send them anywhere.',
  fix: 'set VpcSubnetIds and VpcSecurityGroupIds of HostedRotationLambda',
  resourceTypes: ['AWS::SecretsManager::RotationSchedule'],
  check(schedule) {
    const hosted = schedule.property('HostedRotationLambda');
    if (!hosted.isPresent) return 'not-applicable';
    return whereThere(hosted, (block) => [
      ...requireSet(block.at('VpcSubnetIds'), 'must name subnets'),
      ...requireSet(block.at('VpcSecurityGroupIds'), 'must name security groups'),
    ]);
  },
};
