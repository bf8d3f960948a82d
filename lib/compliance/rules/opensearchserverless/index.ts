import type { Rule } from '../../rule';
import { accessPolicyNarrow } from './access-policy-narrow';
import { collectionProtected } from './collection-protected';
import { customerKey } from './customer-key';
import { networkPolicyNarrow } from './network-policy-narrow';
import { networkPrivate } from './network-private';
import { samlSession } from './saml-session';
import { standbyReplicas } from './standby-replicas';

/** In the order of their ids. */
export const opensearchserverlessRules: readonly Rule[] = [
  accessPolicyNarrow,
  collectionProtected,
  customerKey,
  networkPolicyNarrow,
  networkPrivate,
  samlSession,
  standbyReplicas,
];
