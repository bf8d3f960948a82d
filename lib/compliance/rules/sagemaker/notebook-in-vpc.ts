import type { Rule } from '../../rule';
import { requireSet } from '../cloudformation/set';

export const notebookInVpc: Rule = {
  id: 'sagemaker-notebook-in-vpc',
  title: 'notebooks are in a subnet of ours',
  severity: 'error',
  controls: ['164.312(e)(1)'],
  profiles: ['ai'],
  why: 'A notebook outside the VPC is under none of its security groups, endpoint policies and flow logs.',
  fix: 'set SubnetId and SecurityGroupIds',
  resourceTypes: ['AWS::SageMaker::NotebookInstance'],
  check(notebook) {
    return requireSet(notebook.property('SubnetId'), 'must name a subnet');
  },
};
