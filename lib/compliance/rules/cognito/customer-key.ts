import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isNeverSet } from '../cloudformation/certainty';
import { requireCustomerKey } from '../kms/customer-key';

/** Functions of ours that get the codes of users, encrypted under a key of ours. */
const SENDERS = ['LambdaConfig.CustomEmailSender', 'LambdaConfig.CustomSMSSender'];

export const customerKey: Rule = {
  id: 'cognito-customer-key',
  title: 'user pools, and the codes they hand out, are encrypted with a customer-managed key',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'Who is a patient of a clinic stands in its user pool; under a key of AWS nobody can withdraw who reads it.',
  fix: 'set KeyConfiguration.KmsKeyArn, and LambdaConfig.KMSKeyID beside a sender, to a customer-managed key',
  resourceTypes: ['AWS::Cognito::UserPool'],
  check(pool) {
    const sends = SENDERS.some((path) => !isNeverSet(pool.property(path)));
    return [
      ...(sends ? requireCustomerKey(pool.property('LambdaConfig.KMSKeyID')) : []),
      ...requireCustomerKey(pool.property('KeyConfiguration.KmsKeyArn')),
      ...allowLiteral(
        pool.property('KeyConfiguration.KeyType'),
        (type) => type === 'CUSTOMER_MANAGED_KEY',
        'must be CUSTOMER_MANAGED_KEY',
      ),
    ];
  },
};
