import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { requireCustomerKey } from '../kms/customer-key';

export const vectorsCustomerKey: Rule = {
  id: 's3vectors-vectors-customer-key',
  title: 'vector buckets and indexes encrypt with a customer-managed key',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['ai'],
  why: 'Vectors can be turned back into the text they stand for, and the key cannot be changed later.',
  fix: 'set EncryptionConfiguration to SseType aws:kms with the KmsKeyArn of a key of yours',
  resourceTypes: ['AWS::S3Vectors::VectorBucket', 'AWS::S3Vectors::Index'],
  check(vectors) {
    const encryption = vectors.property('EncryptionConfiguration');
    // an index takes the encryption of its bucket when nothing is said
    if (vectors.type === 'AWS::S3Vectors::Index' && encryption.values.every(({ kind }) => kind === 'absent'))
      return 'not-applicable';
    return [
      ...requireLiteral(encryption.at('SseType'), (type) => type === 'aws:kms', 'must be aws:kms'),
      ...requireCustomerKey(encryption.at('KmsKeyArn')),
    ];
  },
};
