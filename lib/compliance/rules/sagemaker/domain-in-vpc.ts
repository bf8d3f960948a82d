import type { Rule } from '../../rule';
import { requireSet } from '../cloudformation/set';

export const domainInVpc: Rule = {
  id: 'sagemaker-domain-in-vpc',
  title: 'domains are in subnets of ours',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(a)(1)'],
  profiles: ['ai'],
  why: 'Outside a subnet, what notebooks read and write passes neither our endpoints nor our flow logs.',
  fix: 'set SubnetIds',
  resourceTypes: ['AWS::SageMaker::Domain'],
  check(domain) {
    return requireSet(domain.property('SubnetIds'), 'must name subnets');
  },
};
