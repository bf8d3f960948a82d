import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const dataSourceNotWeb: Rule = {
  id: 'bedrock-data-source-not-web',
  title: 'knowledge bases learn from sources of ours, not from the web',
  severity: 'error',
  controls: ['164.312(c)(1)', '164.308(a)(5)(ii)(B)'],
  profiles: ['ai'],
  why: 'Anybody can write a page that tells the model what to say about a patient, or to hand out what it knows.',
  fix: 'copy what you reviewed into an S3 bucket and use a data source of type S3',
  resourceTypes: ['AWS::Bedrock::DataSource'],
  check(source) {
    return requireLiteral(
      source.property('DataSourceConfiguration.Type'),
      (type) => type !== 'WEB',
      'must not be WEB',
    );
  },
};
