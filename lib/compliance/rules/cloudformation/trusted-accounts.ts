import type { Parameter } from '../../parameter';

/** Accounts whose principals a resource policy may name, or to which data may go. */
export const TRUSTED_ACCOUNTS: Parameter<readonly string[]> = {
  name: 'trustedAccounts',
  description: 'ids of the other AWS accounts of the organization, and of its business associates',
  default: [],
};
