import type { Rule } from '../../rule';
import { requireAny } from '../cloudformation/answer';
import { accepts, surelyHas } from '../cloudformation/members';

const ALGORITHMS: readonly unknown[] = ['AES256', 'aws:kms', 'aws:kms:dsse'];

export const bucketEncrypted: Rule = {
  id: 's3-bucket-encrypted',
  title: 'buckets say how they encrypt',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'S3 encrypts every object since 2023; what the template says cannot be loosened by hand without a drift showing.',
  fix: 'set SSEAlgorithm in BucketEncryption',
  resourceTypes: ['AWS::S3::Bucket'],
  check(bucket) {
    const rules = bucket.property('BucketEncryption.ServerSideEncryptionConfiguration');
    return requireAny(
      rules.path,
      [
        surelyHas(rules, (rule) =>
          accepts(rule.at('ServerSideEncryptionByDefault.SSEAlgorithm'), (name) => ALGORITHMS.includes(name)),
        ),
      ],
      `must say ${ALGORITHMS.join(', ')}`,
    );
  },
};
