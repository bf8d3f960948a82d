import type { Rule } from '../../rule';
import { requireCustomerKey } from '../kms/customer-key';

export const queueCustomerKey: Rule = {
  id: 'sqs-queue-customer-key',
  title: 'queues encrypt with a customer-managed key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'The key of AWS cannot be given to services that send events, nor withdrawn from anybody.',
  fix: 'set KmsMasterKeyId to a customer-managed key',
  resourceTypes: ['AWS::SQS::Queue'],
  check(queue) {
    return requireCustomerKey(queue.property('KmsMasterKeyId'));
  },
};
