import { requireLiteral } from '../../requirement';
import { finding, type Rule } from '../../rule';
import { requireCustomerKey } from '../kms/customer-key';
import { isLogTarget } from './log-targets';

const KMS: readonly unknown[] = ['aws:kms', 'aws:kms:dsse'];
/** Log delivery cannot write under a KMS key. */
const ANY: readonly unknown[] = [...KMS, 'AES256'];

export const bucketEncryption: Rule = {
  id: 's3-bucket-encryption',
  title: 'buckets encrypt with a customer-managed key',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)'],
  // S3 encrypts every object under a key of its own when nothing is said
  profiles: ['strict'],
  why: 'Under a key of S3, whoever may read the bucket may read the PHI in it; a key of your own is a second lock, and a log of its use.',
  fix: 'set BucketEncryption to aws:kms with a KMSMasterKeyID of your own (targets of access logs: AES256)',
  resourceTypes: ['AWS::S3::Bucket'],
  check(bucket) {
    const rules = bucket.property('BucketEncryption.ServerSideEncryptionConfiguration');
    const isTarget = isLogTarget(bucket);
    const defaults = rules.items().map((rule) => rule.at('ServerSideEncryptionByDefault'));
    if (defaults.length === 0)
      return [finding(rules.path, `is not set; it must use ${isTarget ? 'AES256' : 'aws:kms'}`)];
    return [
      ...rules.values.flatMap((value) =>
        value.kind === 'absent' ? [finding(rules.path, 'is left out under a condition of the template')] : [],
      ),
      ...defaults.flatMap((byDefault) => [
        ...requireLiteral(
          byDefault.at('SSEAlgorithm'),
          (name) => (isTarget ? ANY : KMS).includes(name),
          `must be ${isTarget ? 'AES256 or aws:kms' : 'aws:kms'}`,
        ),
        ...(isTarget ? [] : requireCustomerKey(byDefault.at('KMSMasterKeyID'))),
      ]),
    ];
  },
};
