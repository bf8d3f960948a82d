import { strangerStatements } from '../../policy/stranger';
import type { Rule } from '../../rule';
import { TRUSTED_ACCOUNTS } from '../cloudformation/trusted-accounts';

export const policyKnownAccounts: Rule = {
  id: 'bedrock-policy-known-accounts',
  title: 'policies on knowledge bases and other Bedrock resources let in no account that is not known',
  severity: 'warning',
  controls: ['164.308(b)(1)', '164.312(a)(1)'],
  profiles: ['strict'],
  parameters: [TRUSTED_ACCOUNTS],
  why: 'Another account that asks a knowledge base gets the text of its documents: it needs a business associate contract, or to be your own.',
  fix: 'add the account to the parameter trustedAccounts, or narrow the statement by aws:PrincipalOrgID',
  resourceTypes: ['AWS::Bedrock::ResourcePolicy', 'AWS::Bedrock::KnowledgeBasePolicy'],
  check(policy, template, settings) {
    return strangerStatements(policy.property('PolicyDocument'), template, settings.of(TRUSTED_ACCOUNTS));
  },
};
