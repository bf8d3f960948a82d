import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isOneOf } from '../cloudformation/certainty';

export const billingMode: Rule = {
  id: 'dynamodb-billing-mode',
  title: 'tables say how their capacity is provided',
  severity: 'warning',
  controls: ['164.308(a)(7)(i)'],
  profiles: ['strict'],
  why: 'What is not set is a fixed capacity that nobody chose, and the table refuses requests beyond it.',
  fix: 'set BillingMode to PAY_PER_REQUEST or PROVISIONED',
  resourceTypes: ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'],
  check(table) {
    return requireLiteral(
      table.property('BillingMode'),
      isOneOf('PAY_PER_REQUEST', 'PROVISIONED'),
      'must be PAY_PER_REQUEST or PROVISIONED',
    );
  },
};
