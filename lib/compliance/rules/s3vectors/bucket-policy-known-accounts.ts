import { strangerStatements } from '../../policy/stranger';
import type { Rule } from '../../rule';
import { TRUSTED_ACCOUNTS } from '../cloudformation/trusted-accounts';

export const bucketPolicyKnownAccounts: Rule = {
  id: 's3vectors-bucket-policy-known-accounts',
  title: 'policies of vector buckets let in no account that is not known',
  severity: 'warning',
  controls: ['164.308(b)(1)', '164.312(a)(1)'],
  profiles: ['strict'],
  parameters: [TRUSTED_ACCOUNTS],
  why: 'Vectors can be turned back into text: another account that reads them keeps PHI, under a contract or not.',
  fix: 'add the account to the parameter trustedAccounts, or narrow the statement by aws:PrincipalOrgID',
  resourceTypes: ['AWS::S3Vectors::VectorBucketPolicy'],
  check(policy, template, settings) {
    return strangerStatements(policy.property('Policy'), template, settings.of(TRUSTED_ACCOUNTS));
  },
};
