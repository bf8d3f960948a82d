import type { Rule } from '../../rule';
import { queueCustomerKey } from './queue-customer-key';
import { queueDeadLetter } from './queue-dead-letter';
import { queueEncrypted } from './queue-encrypted';
import { queueKms } from './queue-kms';
import { queuePolicyNoNotAction } from './queue-policy-no-not-action';
import { queuePolicyNoNotPrincipal } from './queue-policy-no-not-principal';
import { queuePolicyNoWildcardAction } from './queue-policy-no-wildcard-action';
import { queuePolicyNotPublic } from './queue-policy-not-public';
import { queueTlsOnly } from './queue-tls-only';

/** In the order of their ids. */
export const sqsRules: readonly Rule[] = [
  queueCustomerKey,
  queueDeadLetter,
  queueEncrypted,
  queueKms,
  queuePolicyNoNotAction,
  queuePolicyNoNotPrincipal,
  queuePolicyNoWildcardAction,
  queuePolicyNotPublic,
  queueTlsOnly,
];
