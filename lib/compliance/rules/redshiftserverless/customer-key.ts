import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { isAlways, isNeverSet } from '../cloudformation/certainty';
import { requireCustomerKey } from '../kms/customer-key';

export const customerKey: Rule = {
  id: 'redshiftserverless-customer-key',
  title: 'serverless warehouses, their secrets and snapshot copies are encrypted with a customer-managed key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'Under a key of AWS nobody can withdraw access to the storage and its snapshots.',
  fix: 'set KmsKeyId, AdminPasswordSecretKmsKeyId where the password is managed, and DestinationKmsKeyId of each copy',
  resourceTypes: ['AWS::RedshiftServerless::Namespace'],
  check(namespace) {
    const managed = namespace.property('ManageAdminPassword');
    const isManaged = !isNeverSet(managed) && !isAlways(managed, (value) => !isTrue(value));
    return [
      ...requireCustomerKey(namespace.property('KmsKeyId')),
      ...(isManaged ? requireCustomerKey(namespace.property('AdminPasswordSecretKmsKeyId')) : []),
      ...namespace
        .property('SnapshotCopyConfigurations')
        .items()
        .flatMap((copy) => requireCustomerKey(copy.at('DestinationKmsKeyId'))),
    ];
  },
};
