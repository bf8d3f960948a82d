import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { requireCustomerKey } from '../kms/customer-key';

export const bucketCustomerKey: Rule = {
  id: 's3tables-bucket-customer-key',
  title: 'table buckets encrypt with a customer-managed key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'Under a key of S3, whoever may read the tables may read the PHI in them.',
  fix: 'set EncryptionConfiguration to SSEAlgorithm aws:kms with the KMSKeyArn of a key of yours',
  resourceTypes: ['AWS::S3Tables::TableBucket'],
  check(bucket) {
    const encryption = bucket.property('EncryptionConfiguration');
    return [
      ...requireLiteral(encryption.at('SSEAlgorithm'), (name) => name === 'aws:kms', 'must be aws:kms'),
      ...requireCustomerKey(encryption.at('KMSKeyArn')),
    ];
  },
};
