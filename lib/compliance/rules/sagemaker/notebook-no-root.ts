import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const notebookNoRoot: Rule = {
  id: 'sagemaker-notebook-no-root',
  title: 'users of notebooks are not root',
  severity: 'error',
  controls: ['164.308(a)(4)(ii)(B)', '164.312(b)'],
  profiles: ['ai'],
  why: 'Root can switch off whatever watches the notebook and read what other users left there.',
  fix: 'set RootAccess to Disabled',
  resourceTypes: ['AWS::SageMaker::NotebookInstance'],
  check(notebook) {
    return requireLiteral(
      notebook.property('RootAccess'),
      (access) => access === 'Disabled',
      'must be Disabled',
    );
  },
};
