import type { Rule } from '../../rule';
import { requireCustomerKey } from '../kms/customer-key';

export const deliveryCustomerKey: Rule = {
  id: 'config-delivery-customer-key',
  title: 'delivery channels encrypt with a customer-managed key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'The history of every resource is a map for whoever wants in.',
  fix: 'set S3KmsKeyArn',
  resourceTypes: ['AWS::Config::DeliveryChannel'],
  check(channel) {
    return requireCustomerKey(channel.property('S3KmsKeyArn'));
  },
};
