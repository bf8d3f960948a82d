import type { Rule } from '../../rule';
import { requireSet } from '../cloudformation/set';

export const modelInVpc: Rule = {
  id: 'sagemaker-model-in-vpc',
  title: 'models run in a VPC',
  severity: 'error',
  controls: ['164.312(e)(1)'],
  profiles: ['ai'],
  why: 'A container outside the VPC fetches its data past the endpoint policies and the flow log.',
  fix: 'set VpcConfig with subnets and security groups',
  resourceTypes: ['AWS::SageMaker::Model'],
  check(model) {
    return requireSet(model.property('VpcConfig.Subnets'), 'must name subnets');
  },
};
