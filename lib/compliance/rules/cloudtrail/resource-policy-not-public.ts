import { publicStatements } from '../../policy/public-access';
import type { Rule } from '../../rule';

export const resourcePolicyNotPublic: Rule = {
  id: 'cloudtrail-resource-policy-not-public',
  title: 'no policy of a channel or an event data store lets everybody in',
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.312(c)(1)'],
  profiles: ['hipaa'],
  why: 'Whoever may read the record learns who is a patient; whoever may write it can forge it.',
  fix: 'name the principals, or add a condition on aws:SourceArn, aws:SourceAccount, aws:PrincipalAccount or aws:PrincipalOrgID',
  resourceTypes: ['AWS::CloudTrail::ResourcePolicy'],
  check(policy, template) {
    return publicStatements(policy.property('ResourcePolicy'), template);
  },
};
