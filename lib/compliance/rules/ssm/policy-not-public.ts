import { publicStatements } from '../../policy/public-access';
import type { Rule } from '../../rule';

export const policyNotPublic: Rule = {
  id: 'ssm-policy-not-public',
  title: 'no parameter is shared with everybody',
  severity: 'fatal',
  controls: ['164.312(a)(1)'],
  profiles: ['hipaa'],
  why: 'Parameters hold addresses, settings and often secrets.',
  fix: 'name the principals, or add a condition on aws:PrincipalOrgID',
  resourceTypes: ['AWS::SSM::ResourcePolicy'],
  check(policy, template) {
    return publicStatements(policy.property('Policy'), template);
  },
};
