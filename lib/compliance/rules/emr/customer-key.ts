import type { Rule } from '../../rule';
import { requireCustomerKey } from '../kms/customer-key';

export const customerKey: Rule = {
  id: 'emr-customer-key',
  title: 'logs of clusters and workspaces of studios are encrypted with a customer-managed key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'Under the key of S3 nobody but AWS can say who may read them, or stop it.',
  fix: 'set LogEncryptionKmsKeyId of clusters, and EncryptionKeyArn of studios',
  resourceTypes: ['AWS::EMR::Cluster', 'AWS::EMR::Studio'],
  check(resource) {
    return requireCustomerKey(
      resource.property(resource.type === 'AWS::EMR::Studio' ? 'EncryptionKeyArn' : 'LogEncryptionKmsKeyId'),
    );
  },
};
