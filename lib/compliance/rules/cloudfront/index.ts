import type { Rule } from '../../rule';
import { accessLogs } from './access-logs';
import { defaultRoot } from './default-root';
import { fieldEncryption } from './field-encryption';
import { geoRestriction } from './geo-restriction';
import { mutualTls } from './mutual-tls';
import { originAccess } from './origin-access';
import { originAccessControlSigns } from './origin-access-control-signs';
import { originHeaderSecrets } from './origin-header-secrets';
import { originHttps } from './origin-https';
import { responseHeaders } from './response-headers';
import { signedRequests } from './signed-requests';
import { viewerHttps } from './viewer-https';
import { viewerTls } from './viewer-tls';
import { waf } from './waf';

/** In the order of their ids. */
export const cloudfrontRules: readonly Rule[] = [
  accessLogs,
  defaultRoot,
  fieldEncryption,
  geoRestriction,
  mutualTls,
  originAccess,
  originAccessControlSigns,
  originHeaderSecrets,
  originHttps,
  responseHeaders,
  signedRequests,
  viewerHttps,
  viewerTls,
  waf,
];
