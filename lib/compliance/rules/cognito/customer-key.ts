import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { requireCustomerKey } from '../kms/customer-key';

export const customerKey: Rule = {
  id: 'cognito-customer-key',
  title: 'user pools are encrypted with a customer-managed key',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'Who is a patient of a clinic stands in its user pool; under a key of AWS nobody can withdraw who reads it.',
  fix: 'set KeyConfiguration.KmsKeyArn to a customer-managed key',
  resourceTypes: ['AWS::Cognito::UserPool'],
  check(pool) {
    return [
      ...requireCustomerKey(pool.property('KeyConfiguration.KmsKeyArn')),
      ...allowLiteral(
        pool.property('KeyConfiguration.KeyType'),
        (type) => type === 'CUSTOMER_MANAGED_KEY',
        'must be CUSTOMER_MANAGED_KEY',
      ),
    ];
  },
};
