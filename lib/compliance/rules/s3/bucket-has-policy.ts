import type { Rule } from '../../rule';
import { requireAny } from '../cloudformation/answer';
import { bucketPolicies, isNamedAlike, mayHaveAPolicy } from './bucket-policies';

export const bucketHasPolicy: Rule = {
  id: 's3-bucket-has-policy',
  title: 'buckets have a policy',
  severity: 'warning',
  controls: ['164.312(a)(1)'],
  profiles: ['strict'],
  why: 'Without a policy a bucket can refuse nobody to whom a role of the account gives access.',
  fix: 'add an AWS::S3::BucketPolicy',
  resourceTypes: ['AWS::S3::Bucket'],
  check(bucket) {
    return requireAny(
      'Properties',
      [bucketPolicies(bucket).length > 0 || isNamedAlike(bucket), mayHaveAPolicy(bucket) ? undefined : false],
      'must have a bucket policy',
    );
  },
};
