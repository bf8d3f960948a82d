import { publicStatements } from '../../policy/public-access';
import type { Rule } from '../../rule';

export const policyNotPublic: Rule = {
  id: 's3tables-policy-not-public',
  title: 'no policy of a table or table bucket lets everybody in',
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.502(a)'],
  profiles: ['hipaa'],
  why: 'A table open to everybody is a disclosure of all PHI in it.',
  fix: 'name the principals, or add a condition on aws:PrincipalOrgID or aws:PrincipalAccount',
  resourceTypes: ['AWS::S3Tables::TableBucketPolicy', 'AWS::S3Tables::TablePolicy'],
  check(policy, template) {
    return publicStatements(policy.property('ResourcePolicy'), template);
  },
};
