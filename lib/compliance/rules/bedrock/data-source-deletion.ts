import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const dataSourceDeletion: Rule = {
  id: 'bedrock-data-source-deletion',
  title: 'vectors go when their data source goes',
  severity: 'error',
  controls: ['164.310(d)(2)(i)', '164.502(b)'],
  profiles: ['ai'],
  why: 'Text that stays in the vector store after its source was deleted is PHI that still answers questions.',
  fix: 'set DataDeletionPolicy to DELETE, or leave it out',
  resourceTypes: ['AWS::Bedrock::DataSource'],
  check(source) {
    return allowLiteral(
      source.property('DataDeletionPolicy'),
      (policy) => policy === 'DELETE',
      'must be DELETE',
    );
  },
};
