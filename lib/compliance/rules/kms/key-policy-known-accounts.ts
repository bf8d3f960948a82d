import { strangerStatements } from '../../policy/stranger';
import type { Rule } from '../../rule';
import { TRUSTED_ACCOUNTS } from '../cloudformation/trusted-accounts';

export const keyPolicyKnownAccounts: Rule = {
  id: 'kms-key-policy-known-accounts',
  title: 'key policies let in no account that is not known',
  severity: 'warning',
  controls: ['164.308(b)(1)', '164.312(a)(1)'],
  profiles: ['strict'],
  parameters: [TRUSTED_ACCOUNTS],
  why: 'Another account with a key is another keeper of PHI: it needs a business associate contract, or to be your own.',
  fix: 'add the account to the parameter trustedAccounts, or narrow the statement by aws:PrincipalOrgID',
  resourceTypes: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'],
  check(key, template, settings) {
    return strangerStatements(key.property('KeyPolicy'), template, settings.of(TRUSTED_ACCOUNTS));
  },
};
