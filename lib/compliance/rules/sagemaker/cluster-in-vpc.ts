import type { Rule } from '../../rule';
import { requireSet } from '../cloudformation/set';

export const clusterInVpc: Rule = {
  id: 'sagemaker-cluster-in-vpc',
  title: 'clusters that train models are in a VPC of ours',
  severity: 'error',
  controls: ['164.312(e)(1)'],
  profiles: ['ai'],
  why: 'A cluster outside the VPC reaches its data past the endpoint policies and the flow log.',
  fix: 'set VpcConfig with subnets and security groups',
  resourceTypes: ['AWS::SageMaker::Cluster'],
  check(cluster) {
    return requireSet(cluster.property('VpcConfig.Subnets'), 'must name subnets');
  },
};
