import type { Rule } from '../../rule';
import { requireCustomerKey } from '../kms/customer-key';

export const eventDataStoreCustomerKey: Rule = {
  id: 'cloudtrail-event-data-store-customer-key',
  title: 'event data stores encrypt with a customer-managed key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'The record names patients through object keys and parameters; a key of your own says who may read it.',
  fix: 'set KmsKeyId',
  resourceTypes: ['AWS::CloudTrail::EventDataStore'],
  check(store) {
    return requireCustomerKey(store.property('KmsKeyId'));
  },
};
