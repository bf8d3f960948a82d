import type { Rule } from '../../rule';
import { requireSet } from '../cloudformation/set';
import { isCustomResourceFunction } from './custom-resource';

export const inVpc: Rule = {
  id: 'lambda-in-vpc',
  title: 'functions run in a VPC',
  severity: 'error',
  controls: ['164.312(e)(1)'],
  profiles: ['strict'],
  why: 'A function outside a VPC talks to the whole internet, past every endpoint policy and flow log.',
  fix: 'set VpcConfig with SubnetIds and SecurityGroupIds',
  resourceTypes: ['AWS::Lambda::Function'],
  check(lambda) {
    if (isCustomResourceFunction(lambda)) return 'not-applicable';
    const vpc = lambda.property('VpcConfig');
    return [
      ...requireSet(vpc.at('SubnetIds'), 'must name subnets'),
      ...requireSet(vpc.at('SecurityGroupIds'), 'must name security groups'),
    ];
  },
};
