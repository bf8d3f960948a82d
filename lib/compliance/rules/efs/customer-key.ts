import type { Rule } from '../../rule';
import { requireCustomerKey } from '../kms/customer-key';

export const customerKey: Rule = {
  id: 'efs-customer-key',
  title: 'file systems and their replicas are encrypted with a customer-managed key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'Under a key of AWS nobody can withdraw access to the files.',
  fix: 'set KmsKeyId, also in each destination of ReplicationConfiguration',
  resourceTypes: ['AWS::EFS::FileSystem'],
  check(files) {
    return [
      ...requireCustomerKey(files.property('KmsKeyId')),
      ...files
        .property('ReplicationConfiguration.Destinations')
        .items()
        .flatMap((copy) => requireCustomerKey(copy.at('KmsKeyId'))),
    ];
  },
};
