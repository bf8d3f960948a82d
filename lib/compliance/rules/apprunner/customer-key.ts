import type { Rule } from '../../rule';
import { requireCustomerKey } from '../kms/customer-key';

export const customerKey: Rule = {
  id: 'apprunner-customer-key',
  title: 'copies of code and images are encrypted with a customer-managed key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'Under a key of AWS nobody but AWS can say who may read them, or stop it.',
  fix: 'set EncryptionConfiguration.KmsKey',
  resourceTypes: ['AWS::AppRunner::Service'],
  check(service) {
    return requireCustomerKey(service.property('EncryptionConfiguration.KmsKey'));
  },
};
