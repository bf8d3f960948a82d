import { publicStatements } from '../../policy/public-access';
import type { Rule } from '../../rule';

export const bucketPolicyNotPublic: Rule = {
  id: 's3-bucket-policy-not-public',
  title: 'no bucket policy lets everybody in',
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.502(a)'],
  profiles: ['hipaa'],
  why: 'A bucket open to everybody is a disclosure of all PHI in it.',
  fix: 'name the principals, or add a condition on aws:PrincipalOrgID, aws:PrincipalAccount, aws:SourceVpce or aws:SourceArn',
  resourceTypes: ['AWS::S3::BucketPolicy'],
  check(policy, template) {
    return publicStatements(policy.property('PolicyDocument'), template);
  },
};
