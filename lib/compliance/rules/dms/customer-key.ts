import type { Rule } from '../../rule';
import { requireCustomerKey } from '../kms/customer-key';

export const customerKey: Rule = {
  id: 'dms-customer-key',
  title: 'what migrations store is encrypted with a customer-managed key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'Rows wait on the disk of the replication instance; under a key of AWS nobody can withdraw access to them.',
  fix: 'set KmsKeyId of instances and endpoints, KmsKeyArn of instance profiles, ComputeConfig.KmsKeyId of serverless replications',
  resourceTypes: [
    'AWS::DMS::ReplicationInstance',
    'AWS::DMS::Endpoint',
    'AWS::DMS::InstanceProfile',
    'AWS::DMS::ReplicationConfig',
  ],
  check(resource) {
    if (resource.type === 'AWS::DMS::InstanceProfile')
      return requireCustomerKey(resource.property('KmsKeyArn'));
    if (resource.type === 'AWS::DMS::ReplicationConfig')
      return requireCustomerKey(resource.property('ComputeConfig.KmsKeyId'));
    return requireCustomerKey(resource.property('KmsKeyId'));
  },
};
