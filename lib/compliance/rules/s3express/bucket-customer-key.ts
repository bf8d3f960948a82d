import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { requireCustomerKey } from '../kms/customer-key';

export const bucketCustomerKey: Rule = {
  id: 's3express-bucket-customer-key',
  title: 'directory buckets encrypt with a customer-managed key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'Under a key of S3, whoever may read the bucket may read the PHI in it.',
  fix: 'set SSEAlgorithm to aws:kms and KMSMasterKeyID to a key of yours in BucketEncryption',
  resourceTypes: ['AWS::S3Express::DirectoryBucket'],
  check(bucket) {
    // there is room for one rule
    const byDefault = bucket.property(
      'BucketEncryption.ServerSideEncryptionConfiguration.0.ServerSideEncryptionByDefault',
    );
    return [
      ...requireLiteral(byDefault.at('SSEAlgorithm'), (name) => name === 'aws:kms', 'must be aws:kms'),
      ...requireCustomerKey(byDefault.at('KMSMasterKeyID')),
    ];
  },
};
