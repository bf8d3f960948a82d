import { publicStatements } from '../../policy/public-access';
import type { Rule } from '../../rule';

export const policyNotPublic: Rule = {
  id: 'bedrock-policy-not-public',
  title: 'no policy on a Bedrock resource lets everybody in',
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.502(a)'],
  profiles: ['hipaa', 'ai'],
  why: 'Who may ask a knowledge base or use a guardrail of ours could be anybody with an AWS account.',
  fix: 'name the principals, or add a condition on aws:PrincipalOrgID or aws:PrincipalAccount',
  resourceTypes: ['AWS::Bedrock::ResourcePolicy', 'AWS::Bedrock::KnowledgeBasePolicy'],
  check(policy) {
    return publicStatements(policy.property('PolicyDocument'), policy.template);
  },
};
