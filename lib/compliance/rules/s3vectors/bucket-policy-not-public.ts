import { publicStatements } from '../../policy/public-access';
import type { Rule } from '../../rule';

export const bucketPolicyNotPublic: Rule = {
  id: 's3vectors-bucket-policy-not-public',
  title: 'no policy of a vector bucket lets everybody in',
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.502(a)'],
  profiles: ['hipaa', 'ai'],
  why: 'Vectors can be turned back into text, and their metadata often holds it.',
  fix: 'name the principals, or add a condition on aws:PrincipalOrgID or aws:PrincipalAccount',
  resourceTypes: ['AWS::S3Vectors::VectorBucketPolicy'],
  check(policy, template) {
    return publicStatements(policy.property('Policy'), template);
  },
};
