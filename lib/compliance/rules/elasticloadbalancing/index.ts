import type { Rule } from '../../rule';
import { accessLogs } from './access-logs';
import { acmCertificate } from './acm-certificate';
import { connectionDraining } from './connection-draining';
import { crossZone } from './cross-zone';
import { internal } from './internal';
import { tlsBackends } from './tls-backends';
import { tlsListeners } from './tls-listeners';
import { tlsPolicy } from './tls-policy';

/** In the order of their ids. */
export const elasticloadbalancingRules: readonly Rule[] = [
  accessLogs,
  acmCertificate,
  connectionDraining,
  crossZone,
  internal,
  tlsBackends,
  tlsListeners,
  tlsPolicy,
];
