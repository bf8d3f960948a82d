import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { requireCustomerKey } from '../kms/customer-key';
import { settingsOf } from './replicas';

export const customerKey: Rule = {
  id: 'dynamodb-customer-key',
  title: 'tables are encrypted with a customer-managed key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'Under a key of AWS nobody can withdraw access to the items or see who used the key.',
  fix: 'set SSESpecification with SSEEnabled true and the key as KMSMasterKeyId, in each replica of a global table',
  resourceTypes: ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'],
  check(table) {
    const encrypted = requireLiteral(table.property('SSESpecification.SSEEnabled'), isTrue, 'must be true');
    return encrypted.length > 0
      ? encrypted
      : settingsOf(table).flatMap((settings) =>
          requireCustomerKey(settings.at('SSESpecification.KMSMasterKeyId')),
        );
  },
};
