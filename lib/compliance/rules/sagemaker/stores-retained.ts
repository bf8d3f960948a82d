import type { Rule } from '../../rule';
import { requireRetained } from '../cloudformation/retained';

export const storesRetained: Rule = {
  id: 'sagemaker-stores-retained',
  title: 'home directories, notebooks and features outlive their stack',
  severity: 'error',
  controls: ['164.308(a)(7)(ii)(A)', '164.310(d)(2)(iv)'],
  profiles: ['strict'],
  why: 'Work that was never copied elsewhere, and features that models answer from, are gone with the stack.',
  fix: 'set DeletionPolicy and UpdateReplacePolicy to Retain',
  resourceTypes: [
    'AWS::SageMaker::Domain',
    'AWS::SageMaker::FeatureGroup',
    'AWS::SageMaker::NotebookInstance',
  ],
  check: requireRetained,
};
