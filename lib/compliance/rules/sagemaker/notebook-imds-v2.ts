import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { numberOf } from '../../template/value';

export const notebookImdsV2: Rule = {
  id: 'sagemaker-notebook-imds-v2',
  title: 'notebooks give their credentials by IMDSv2 only',
  severity: 'error',
  controls: ['164.312(a)(1)', '164.312(d)'],
  profiles: ['ai'],
  why: 'With version 1, a page that makes the notebook fetch an address gets the credentials of its role.',
  fix: "set InstanceMetadataServiceConfiguration.MinimumInstanceMetadataServiceVersion to '2'",
  resourceTypes: ['AWS::SageMaker::NotebookInstance'],
  check(notebook) {
    return requireLiteral(
      notebook.property('InstanceMetadataServiceConfiguration.MinimumInstanceMetadataServiceVersion'),
      (version) => numberOf(version) === 2,
      'must be 2',
    );
  },
};
