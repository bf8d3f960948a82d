import { wholeServiceStatements } from '../../policy/blanket';
import type { Rule } from '../../rule';

export const bucketPolicyNoWildcardAction: Rule = {
  id: 's3-bucket-policy-no-wildcard-action',
  title: 'policies of buckets name the actions they allow',
  severity: 'error',
  controls: ['164.308(a)(4)(ii)(B)', '164.502(b)'],
  profiles: ['hipaa'],
  why: 'Whoever may do everything may also change the policy itself, and delete what it protects.',
  fix: 'list the actions that are needed',
  resourceTypes: ['AWS::S3::BucketPolicy'],
  check(policy, template) {
    return wholeServiceStatements(policy.property('PolicyDocument'), template);
  },
};
