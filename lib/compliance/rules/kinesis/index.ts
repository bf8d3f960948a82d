import type { Rule } from '../../rule';
import { resourcePolicyNotPublic } from './resource-policy-not-public';
import { streamCustomerKey } from './stream-customer-key';
import { streamEncrypted } from './stream-encrypted';
import { streamRetained } from './stream-retained';
import { streamRetention } from './stream-retention';

/** In the order of their ids. */
export const kinesisRules: readonly Rule[] = [
  resourcePolicyNotPublic,
  streamCustomerKey,
  streamEncrypted,
  streamRetained,
  streamRetention,
];
