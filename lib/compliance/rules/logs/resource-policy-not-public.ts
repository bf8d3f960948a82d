import { publicStatements } from '../../policy/public-access';
import type { Rule } from '../../rule';

export const resourcePolicyNotPublic: Rule = {
  id: 'logs-resource-policy-not-public',
  title: 'no resource policy of CloudWatch Logs lets everybody in',
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.312(c)(1)'],
  profiles: ['hipaa'],
  why: 'Whoever may write can bury the record in noise, or forge it.',
  fix: 'name the principals, or add a condition on aws:SourceArn, aws:SourceAccount, aws:PrincipalAccount or aws:PrincipalOrgID',
  resourceTypes: ['AWS::Logs::ResourcePolicy'],
  check(policy, template) {
    return publicStatements(policy.property('PolicyDocument'), template);
  },
};
