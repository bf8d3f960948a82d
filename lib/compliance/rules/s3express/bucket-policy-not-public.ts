import { publicStatements } from '../../policy/public-access';
import type { Rule } from '../../rule';

export const bucketPolicyNotPublic: Rule = {
  id: 's3express-bucket-policy-not-public',
  title: 'no policy of a directory bucket lets everybody in',
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.502(a)'],
  profiles: ['hipaa'],
  why: 'A bucket open to everybody is a disclosure of all PHI in it.',
  fix: 'name the principals, or add a condition on aws:PrincipalOrgID or aws:PrincipalAccount',
  resourceTypes: ['AWS::S3Express::BucketPolicy'],
  check(policy, template) {
    return publicStatements(policy.property('PolicyDocument'), template);
  },
};
