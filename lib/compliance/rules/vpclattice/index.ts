import type { Rule } from '../../rule';
import { accessLogs } from './access-logs';
import { associationSecurityGroups } from './association-security-groups';
import { authType } from './auth-type';
import { noOpenSharing } from './no-open-sharing';
import { policyNotPublic } from './policy-not-public';
import { tlsListeners } from './tls-listeners';
import { tlsTargets } from './tls-targets';

/** In the order of their ids. */
export const vpclatticeRules: readonly Rule[] = [
  accessLogs,
  associationSecurityGroups,
  authType,
  noOpenSharing,
  policyNotPublic,
  tlsListeners,
  tlsTargets,
];
