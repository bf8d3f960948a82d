import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const notebookNoInternet: Rule = {
  id: 'sagemaker-notebook-no-internet',
  title: 'notebooks have no internet of their own',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(a)(1)'],
  profiles: ['hipaa', 'ai'],
  why: 'By default a notebook can send what it holds anywhere on the internet, past every control of the VPC.',
  fix: 'set DirectInternetAccess to Disabled, with a SubnetId',
  resourceTypes: ['AWS::SageMaker::NotebookInstance'],
  check(notebook) {
    return requireLiteral(
      notebook.property('DirectInternetAccess'),
      (access) => access === 'Disabled',
      'must be Disabled',
    );
  },
};
