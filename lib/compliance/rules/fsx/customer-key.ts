import type { Rule } from '../../rule';
import { requireCustomerKey } from '../kms/customer-key';

export const customerKey: Rule = {
  id: 'fsx-customer-key',
  title: 'file systems are encrypted with a customer-managed key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'Under a key of AWS nobody can withdraw access to the files.',
  fix: 'set KmsKeyId to a customer-managed key',
  resourceTypes: ['AWS::FSx::FileSystem'],
  check(files) {
    return requireCustomerKey(files.property('KmsKeyId'));
  },
};
