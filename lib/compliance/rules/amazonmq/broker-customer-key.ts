import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { requireCustomerKey } from '../kms/customer-key';

export const brokerCustomerKey: Rule = {
  id: 'amazonmq-broker-customer-key',
  title: 'brokers encrypt with a customer-managed key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'Amazon MQ always encrypts, but a key of AWS can be withdrawn from nobody.',
  fix: 'set UseAwsOwnedKey to false and KmsKeyId to a key of yours in EncryptionOptions',
  resourceTypes: ['AWS::AmazonMQ::Broker'],
  check(broker) {
    const options = broker.property('EncryptionOptions');
    return [
      ...requireLiteral(options.at('UseAwsOwnedKey'), (value) => !isTrue(value), 'must be false'),
      ...requireCustomerKey(options.at('KmsKeyId')),
    ];
  },
};
