import type { Rule } from '../../rule';
import { authentication } from './authentication';
import { authorizer } from './authorizer';
import { cacheEncrypted } from './cache-encrypted';
import { httpSource } from './http-source';
import { httpSourceSigned } from './http-source-signed';
import { logging } from './logging';
import { noIntrospection } from './no-introspection';
import { noVerboseLogs } from './no-verbose-logs';
import { privateApi } from './private-api';
import { sourceOwnRole } from './source-own-role';
import { tracing } from './tracing';
import { waf } from './waf';

/** In the order of their ids. */
export const appsyncRules: readonly Rule[] = [
  authentication,
  authorizer,
  cacheEncrypted,
  httpSource,
  httpSourceSigned,
  logging,
  noIntrospection,
  noVerboseLogs,
  privateApi,
  sourceOwnRole,
  tracing,
  waf,
];
