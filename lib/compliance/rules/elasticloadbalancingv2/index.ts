import type { Rule } from '../../rule';
import { accessLogs } from './access-logs';
import { acmCertificate } from './acm-certificate';
import { connectionLogs } from './connection-logs';
import { crossZone } from './cross-zone';
import { deletionProtection } from './deletion-protection';
import { dropInvalidHeaders } from './drop-invalid-headers';
import { mutualTls } from './mutual-tls';
import { privatelinkRules } from './privatelink-rules';
import { redirectsEncrypted } from './redirects-encrypted';
import { requestSmuggling } from './request-smuggling';
import { sessionTimeout } from './session-timeout';
import { tlsListeners } from './tls-listeners';
import { tlsAuthenticatedCiphers } from './tls-authenticated-ciphers';
import { tlsPolicy } from './tls-policy';
import { tlsTargets } from './tls-targets';
import { trustStoreRevocation } from './trust-store-revocation';
import { trustStoreVersion } from './trust-store-version';
import { waf } from './waf';

/** In the order of their ids. */
export const elasticloadbalancingv2Rules: readonly Rule[] = [
  accessLogs,
  acmCertificate,
  connectionLogs,
  crossZone,
  deletionProtection,
  dropInvalidHeaders,
  mutualTls,
  privatelinkRules,
  redirectsEncrypted,
  requestSmuggling,
  sessionTimeout,
  tlsAuthenticatedCiphers,
  tlsListeners,
  tlsPolicy,
  tlsTargets,
  trustStoreRevocation,
  trustStoreVersion,
  waf,
];
