import type { Rule } from '../../rule';
import { requireCustomerKey } from '../kms/customer-key';

export const topicCustomerKey: Rule = {
  id: 'sns-topic-customer-key',
  title: 'topics encrypt with a customer-managed key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'The key of AWS cannot be given to the services that publish alarms and events, nor withdrawn from anybody.',
  fix: 'set KmsMasterKeyId to a customer-managed key',
  resourceTypes: ['AWS::SNS::Topic'],
  check(topic) {
    return requireCustomerKey(topic.property('KmsMasterKeyId'));
  },
};
