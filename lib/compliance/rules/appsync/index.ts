import type { Rule } from '../../rule';
import { authentication } from './authentication';
import { cacheEncrypted } from './cache-encrypted';
import { httpSource } from './http-source';
import { logging } from './logging';
import { noIntrospection } from './no-introspection';
import { noVerboseLogs } from './no-verbose-logs';
import { privateApi } from './private-api';
import { tracing } from './tracing';
import { waf } from './waf';

/** In the order of their ids. */
export const appsyncRules: readonly Rule[] = [
  authentication,
  cacheEncrypted,
  httpSource,
  logging,
  noIntrospection,
  noVerboseLogs,
  privateApi,
  tracing,
  waf,
];
