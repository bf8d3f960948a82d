import type { Rule } from '../../rule';
import { subscriptionHttps } from './subscription-https';
import { subscriptionNotMailed } from './subscription-not-mailed';
import { topicCustomerKey } from './topic-customer-key';
import { topicDeliveryLogged } from './topic-delivery-logged';
import { topicEncrypted } from './topic-encrypted';
import { topicPolicyNoNotAction } from './topic-policy-no-not-action';
import { topicPolicyNoNotPrincipal } from './topic-policy-no-not-principal';
import { topicPolicyNoWildcardAction } from './topic-policy-no-wildcard-action';
import { topicPolicyNotPublic } from './topic-policy-not-public';
import { topicSignature } from './topic-signature';
import { topicTlsOnly } from './topic-tls-only';

/** In the order of their ids. */
export const snsRules: readonly Rule[] = [
  subscriptionHttps,
  subscriptionNotMailed,
  topicCustomerKey,
  topicDeliveryLogged,
  topicEncrypted,
  topicPolicyNoNotAction,
  topicPolicyNoNotPrincipal,
  topicPolicyNoWildcardAction,
  topicPolicyNotPublic,
  topicSignature,
  topicTlsOnly,
];
