import type { Rule } from '../../rule';
import { placesByType, typesOf } from '../cloudformation/places';
import { requireSet } from '../cloudformation/set';
import { JOB_NETWORKS } from './job-places';

export const jobInVpc: Rule = {
  id: 'sagemaker-job-in-vpc',
  title: 'jobs read and write their data through a VPC',
  severity: 'error',
  controls: ['164.312(e)(1)'],
  profiles: ['ai'],
  why: 'A job outside the VPC reaches its data past the endpoint policies and the flow log.',
  fix: 'set NetworkConfig.VpcConfig with subnets and security groups',
  resourceTypes: typesOf(JOB_NETWORKS),
  check(job) {
    return placesByType(job, JOB_NETWORKS).flatMap((network) =>
      requireSet(network.at('VpcConfig.Subnets'), 'must name subnets'),
    );
  },
};
