import { notActionStatements } from '../../policy/blanket';
import type { Rule } from '../../rule';

export const bucketPolicyNoNotAction: Rule = {
  id: 's3-bucket-policy-no-not-action',
  title: 'policies of buckets allow no NotAction',
  severity: 'error',
  controls: ['164.308(a)(4)(ii)(B)', '164.502(b)'],
  profiles: ['hipaa'],
  why: 'An Allow with NotAction grants all other actions, of every service, and those that AWS adds later.',
  fix: 'replace NotAction by the actions that are needed',
  resourceTypes: ['AWS::S3::BucketPolicy'],
  check(policy, template) {
    return notActionStatements(policy.property('PolicyDocument'), template);
  },
};
