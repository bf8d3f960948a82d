import { publicStatements } from '../../policy/public-access';
import type { Rule } from '../../rule';

export const policyNotPublic: Rule = {
  id: 'lex-policy-not-public',
  title: 'no policy on a bot lets everybody in',
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.502(a)'],
  profiles: ['hipaa', 'ai'],
  why: 'Anybody with an AWS account could take up the conversations of patients.',
  fix: 'name the principals, or add a condition on aws:SourceAccount or aws:PrincipalOrgID',
  resourceTypes: ['AWS::Lex::ResourcePolicy'],
  check(policy) {
    return publicStatements(policy.property('Policy'), policy.template);
  },
};
