import type { Rule } from '../../rule';
import { deadLettersFrom } from './dead-letters-from';
import { queueCustomerKey } from './queue-customer-key';
import { queueDeadLetter } from './queue-dead-letter';
import { queueEncrypted } from './queue-encrypted';
import { queueKeyReuse } from './queue-key-reuse';
import { queueKms } from './queue-kms';
import { queuePolicyNoNotAction } from './queue-policy-no-not-action';
import { queuePolicyNoNotPrincipal } from './queue-policy-no-not-principal';
import { queuePolicyNoWildcardAction } from './queue-policy-no-wildcard-action';
import { queuePolicyNotPublic } from './queue-policy-not-public';
import { queueRetained } from './queue-retained';
import { queueRetention } from './queue-retention';
import { queueTlsOnly } from './queue-tls-only';

/** In the order of their ids. */
export const sqsRules: readonly Rule[] = [
  deadLettersFrom,
  queueCustomerKey,
  queueDeadLetter,
  queueEncrypted,
  queueKeyReuse,
  queueKms,
  queuePolicyNoNotAction,
  queuePolicyNoNotPrincipal,
  queuePolicyNoWildcardAction,
  queuePolicyNotPublic,
  queueRetained,
  queueRetention,
  queueTlsOnly,
];
