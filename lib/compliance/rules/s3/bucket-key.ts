import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { accepts } from '../cloudformation/members';
import { isLogArchive } from './log-archives';

export const bucketKey: Rule = {
  id: 's3-bucket-key',
  title: 'buckets under a KMS key ask for a data key once, not for each object',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'Without a bucket key every read asks KMS: at scale requests are throttled, and records cannot be opened when they are needed.',
  fix: 'set BucketKeyEnabled to true beside ServerSideEncryptionByDefault',
  resourceTypes: ['AWS::S3::Bucket'],
  check(bucket) {
    // a trail names its key with each file
    if (isLogArchive(bucket)) return 'not-applicable';
    const rules = bucket.property('BucketEncryption.ServerSideEncryptionConfiguration').items();
    const underKms = rules.filter(
      (rule) =>
        accepts(
          rule.at('ServerSideEncryptionByDefault.SSEAlgorithm'),
          // double encryption knows no bucket keys
          (name) => name !== 'aws:kms',
        ) !== true,
    );
    if (underKms.length === 0) return 'not-applicable';
    return underKms.flatMap((rule) => requireLiteral(rule.at('BucketKeyEnabled'), isTrue, 'must be true'));
  },
};
