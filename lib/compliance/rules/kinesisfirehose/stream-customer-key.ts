import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { accepts } from '../cloudformation/members';
import { requireCustomerKey } from '../kms/customer-key';

export const streamCustomerKey: Rule = {
  id: 'kinesisfirehose-stream-customer-key',
  title: 'delivery streams encrypt with a customer-managed key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'A key of AWS can be withdrawn from nobody.',
  fix: 'set KeyType to CUSTOMER_MANAGED_CMK and KeyARN to a key of yours',
  resourceTypes: ['AWS::KinesisFirehose::DeliveryStream'],
  check(stream) {
    const type = stream.property('DeliveryStreamType');
    if (accepts(type, (value) => value !== undefined && value !== 'DirectPut') === true)
      return 'not-applicable';
    const encryption = stream.property('DeliveryStreamEncryptionConfigurationInput');
    return [
      ...requireLiteral(
        encryption.at('KeyType'),
        (value) => value === 'CUSTOMER_MANAGED_CMK',
        'must be CUSTOMER_MANAGED_CMK',
      ),
      ...requireCustomerKey(encryption.at('KeyARN')),
    ];
  },
};
