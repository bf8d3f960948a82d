import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { isAlways, isNeverSet } from '../cloudformation/certainty';
import { requireCustomerKey } from '../kms/customer-key';

export const customerKey: Rule = {
  id: 'docdb-customer-key',
  title: 'clusters of DocumentDB are encrypted with a customer-managed key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'Under a key of AWS nobody can withdraw access to the storage and its snapshots.',
  fix: 'set KmsKeyId, and MasterUserSecretKmsKeyId where the password is managed, to a customer-managed key',
  resourceTypes: ['AWS::DocDB::DBCluster'],
  check(cluster) {
    const managed = cluster.property('ManageMasterUserPassword');
    const isManaged = !isNeverSet(managed) && !isAlways(managed, (value) => !isTrue(value));
    return [
      ...requireCustomerKey(cluster.property('KmsKeyId')),
      ...(isManaged ? requireCustomerKey(cluster.property('MasterUserSecretKmsKeyId')) : []),
    ];
  },
};
