import { publicStatements } from '../../policy/public-access';
import type { Rule } from '../../rule';

export const groupPolicyNotPublic: Rule = {
  id: 'logs-group-policy-not-public',
  title: 'no policy of a log group lets everybody in',
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.502(a)'],
  profiles: ['hipaa'],
  why: 'Whoever may read the group reads what the application said about patients.',
  fix: 'name the principals, or add a condition on aws:PrincipalOrgID, aws:PrincipalAccount or aws:SourceArn',
  resourceTypes: ['AWS::Logs::LogGroup'],
  check(group, template) {
    return publicStatements(group.property('ResourcePolicyDocument'), template);
  },
};
