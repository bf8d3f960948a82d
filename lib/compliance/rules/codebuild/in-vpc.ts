import type { Rule } from '../../rule';
import { requireSet } from '../cloudformation/set';

export const inVpc: Rule = {
  id: 'codebuild-in-vpc',
  title: 'builds run in a VPC',
  severity: 'warning',
  controls: ['164.312(e)(1)'],
  profiles: ['strict'],
  why: 'A build outside a VPC sends what it reads to the whole internet, past every flow log.',
  fix: 'set VpcConfig with VpcId, Subnets and SecurityGroupIds',
  resourceTypes: ['AWS::CodeBuild::Project'],
  check(project) {
    const vpc = project.property('VpcConfig');
    return [
      ...requireSet(vpc.at('Subnets'), 'must name subnets'),
      ...requireSet(vpc.at('SecurityGroupIds'), 'must name security groups'),
    ];
  },
};
