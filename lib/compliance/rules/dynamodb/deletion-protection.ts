import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { settingsOf } from './replicas';

export const deletionProtection: Rule = {
  id: 'dynamodb-deletion-protection',
  title: 'tables cannot be deleted by one call',
  severity: 'error',
  controls: ['164.308(a)(7)(ii)(A)', '164.312(c)(1)'],
  profiles: ['strict'],
  why: 'A table goes with all its items by one call, or with the stack.',
  fix: 'set DeletionProtectionEnabled to true, in each replica of a global table',
  resourceTypes: ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'],
  check(table) {
    return settingsOf(table).flatMap((settings) =>
      requireLiteral(settings.at('DeletionProtectionEnabled'), isTrue, 'must be true'),
    );
  },
};
