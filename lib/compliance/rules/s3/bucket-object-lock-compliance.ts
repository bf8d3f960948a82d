import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { whereThere } from '../cloudformation/where-there';

export const bucketObjectLockCompliance: Rule = {
  id: 's3-bucket-object-lock-compliance',
  title: 'nobody lifts the Object Lock of a bucket',
  severity: 'warning',
  controls: ['164.312(c)(1)', '164.308(a)(7)(ii)(A)'],
  profiles: ['strict'],
  why: 'In GOVERNANCE mode whoever holds s3:BypassGovernanceRetention deletes what the lock should keep.',
  fix: 'set Mode to COMPLIANCE in ObjectLockConfiguration.Rule.DefaultRetention',
  resourceTypes: ['AWS::S3::Bucket'],
  check(bucket) {
    const retention = bucket.property('ObjectLockConfiguration.Rule.DefaultRetention');
    if (!retention.isPresent) return 'not-applicable';
    return whereThere(retention, (each) =>
      requireLiteral(each.at('Mode'), (mode) => mode === 'COMPLIANCE', 'must be COMPLIANCE'),
    );
  },
};
