import type { Rule } from '../../rule';
import { requireSet } from '../cloudformation/set';

export const workforceInVpc: Rule = {
  id: 'sagemaker-workforce-in-vpc',
  title: 'people who label data reach it through a VPC',
  severity: 'error',
  controls: ['164.312(e)(1)'],
  profiles: ['strict'],
  why: 'The portal is on the internet otherwise, with PHI on its pages.',
  fix: 'set WorkforceVpcConfig',
  resourceTypes: ['AWS::SageMaker::Workforce'],
  check(workforce) {
    return requireSet(workforce.property('WorkforceVpcConfig.Subnets'), 'must name subnets');
  },
};
