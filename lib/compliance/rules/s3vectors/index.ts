import type { Rule } from '../../rule';
import { bucketPolicyKnownAccounts } from './bucket-policy-known-accounts';
import { bucketPolicyNotPublic } from './bucket-policy-not-public';
import { vectorsCustomerKey } from './vectors-customer-key';
import { vectorsRetained } from './vectors-retained';

/** In the order of their ids. */
export const s3vectorsRules: readonly Rule[] = [
  bucketPolicyKnownAccounts,
  bucketPolicyNotPublic,
  vectorsCustomerKey,
  vectorsRetained,
];
