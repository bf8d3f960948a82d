import type { Rule } from '../../rule';
import { accessLogs } from './access-logs';
import { accountLogRole } from './account-log-role';
import { authorizerCache } from './authorizer-cache';
import { cacheEnabled } from './cache-enabled';
import { cacheEncrypted } from './cache-encrypted';
import { clientCertificate } from './client-certificate';
import { domainTls } from './domain-tls';
import { executeEndpoint } from './execute-endpoint';
import { executionLogs } from './execution-logs';
import { integrationEncrypted } from './integration-encrypted';
import { integrationPrivate } from './integration-private';
import { keyRequired } from './key-required';
import { methodAuthorized } from './method-authorized';
import { mutualTls } from './mutual-tls';
import { namesAuthorizer } from './names-authorizer';
import { namesEndpoint } from './names-endpoint';
import { noDataTrace } from './no-data-trace';
import { policyNotPublic } from './policy-not-public';
import { privateEndpoint } from './private-endpoint';
import { requestValidated } from './request-validated';
import { scopes } from './scopes';
import { stageMetrics } from './stage-metrics';
import { stageTracing } from './stage-tracing';
import { usagePlan } from './usage-plan';
import { waf } from './waf';

/** In the order of their ids. */
export const apigatewayRules: readonly Rule[] = [
  accessLogs,
  accountLogRole,
  authorizerCache,
  cacheEnabled,
  cacheEncrypted,
  clientCertificate,
  domainTls,
  executeEndpoint,
  executionLogs,
  integrationEncrypted,
  integrationPrivate,
  keyRequired,
  methodAuthorized,
  mutualTls,
  namesAuthorizer,
  namesEndpoint,
  noDataTrace,
  policyNotPublic,
  privateEndpoint,
  requestValidated,
  scopes,
  stageMetrics,
  stageTracing,
  usagePlan,
  waf,
];
