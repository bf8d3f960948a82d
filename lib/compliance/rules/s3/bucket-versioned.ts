import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isLogTarget } from './log-targets';

export const bucketVersioned: Rule = {
  id: 's3-bucket-versioned',
  title: 'buckets keep earlier versions of their objects',
  severity: 'error',
  controls: ['164.312(c)(1)', '164.308(a)(7)(ii)(A)'],
  profiles: ['hipaa'],
  why: 'Without versions an overwrite or a delete, by mistake or by ransomware, is final.',
  fix: 'set VersioningConfiguration.Status to Enabled',
  resourceTypes: ['AWS::S3::Bucket'],
  check(bucket) {
    // log delivery writes each object once, under a name of its own
    if (isLogTarget(bucket)) return 'not-applicable';
    return requireLiteral(
      bucket.property('VersioningConfiguration.Status'),
      (status) => status === 'Enabled',
      'must be Enabled',
    );
  },
};
