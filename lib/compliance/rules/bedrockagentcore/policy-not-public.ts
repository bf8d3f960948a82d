import { publicStatements } from '../../policy/public-access';
import type { Rule } from '../../rule';

export const policyNotPublic: Rule = {
  id: 'bedrockagentcore-policy-not-public',
  title: 'no policy on an agent or a gateway lets everybody in',
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.502(a)'],
  profiles: ['hipaa', 'ai'],
  why: 'An agent that anybody may invoke tells anybody what it can look up.',
  fix: 'name the principals, or add a condition on aws:PrincipalOrgID or aws:PrincipalAccount',
  resourceTypes: ['AWS::BedrockAgentCore::ResourcePolicy'],
  check(policy) {
    return publicStatements(policy.property('Policy'), policy.template);
  },
};
