import type { Rule } from '../../rule';
import { requireCustomerKey } from '../kms/customer-key';

export const clusterCustomerKey: Rule = {
  id: 'msk-cluster-customer-key',
  title: 'clusters encrypt with a customer-managed key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'MSK always encrypts, but a key of AWS can be withdrawn from nobody.',
  fix: 'set EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId',
  resourceTypes: ['AWS::MSK::Cluster'],
  check(cluster) {
    return requireCustomerKey(cluster.property('EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId'));
  },
};
