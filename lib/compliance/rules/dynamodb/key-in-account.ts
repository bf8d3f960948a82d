import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const keyInAccount: Rule = {
  id: 'dynamodb-key-in-account',
  title: 'tables are encrypted with a key of the account',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)', '164.312(b)'],
  profiles: ['strict'],
  why: 'Under the key that DynamoDB owns, no use of the key shows in any log of yours.',
  fix: 'set SSESpecification.SSEEnabled to true',
  resourceTypes: ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'],
  check(table) {
    return requireLiteral(table.property('SSESpecification.SSEEnabled'), isTrue, 'must be true');
  },
};
