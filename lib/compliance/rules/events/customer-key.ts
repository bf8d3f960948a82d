import type { Rule } from '../../rule';
import { requireCustomerKey } from '../kms/customer-key';

export const customerKey: Rule = {
  id: 'events-customer-key',
  title: 'event buses, archives and connections are encrypted with a customer-managed key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'Under a key of AWS nobody but AWS can say who may read events and credentials, or stop it.',
  fix: 'set KmsKeyIdentifier',
  resourceTypes: ['AWS::Events::EventBus', 'AWS::Events::Archive', 'AWS::Events::Connection'],
  check(resource) {
    return requireCustomerKey(resource.property('KmsKeyIdentifier'));
  },
};
