import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { isLogTarget } from './log-targets';

export const bucketObjectLock: Rule = {
  id: 's3-bucket-object-lock',
  title: 'buckets have Object Lock',
  severity: 'warning',
  controls: ['164.312(c)(1)', '164.310(d)(2)(iv)'],
  profiles: ['strict'],
  why: 'Without Object Lock whoever may delete a version deletes it for good, and it cannot be turned on in a hurry.',
  fix: 'set ObjectLockEnabled to true',
  resourceTypes: ['AWS::S3::Bucket'],
  check(bucket) {
    // log delivery cannot be bound to a retention, and what it writes holds no PHI
    if (isLogTarget(bucket)) return 'not-applicable';
    return requireLiteral(bucket.property('ObjectLockEnabled'), isTrue, 'must be true');
  },
};
