import type { Rule } from '../../rule';
import { requireSet } from '../cloudformation/set';

export const inVpc: Rule = {
  id: 'emrserverless-in-vpc',
  title: 'serverless jobs run in a VPC',
  severity: 'error',
  controls: ['164.312(e)(1)'],
  profiles: ['hipaa'],
  why: 'A job outside a VPC talks to every bucket of the world, past every endpoint policy and flow log.',
  fix: 'set NetworkConfiguration with SubnetIds and SecurityGroupIds',
  resourceTypes: ['AWS::EMRServerless::Application'],
  check(application) {
    const network = application.property('NetworkConfiguration');
    return [
      ...requireSet(network.at('SubnetIds'), 'must name subnets'),
      ...requireSet(network.at('SecurityGroupIds'), 'must name security groups'),
    ];
  },
};
