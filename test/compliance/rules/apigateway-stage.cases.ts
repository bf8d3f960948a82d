import { accessLogs } from '../../../lib/compliance/rules/apigateway/access-logs';
import { cacheEnabled } from '../../../lib/compliance/rules/apigateway/cache-enabled';
import { cacheEncrypted } from '../../../lib/compliance/rules/apigateway/cache-encrypted';
import { clientCertificate } from '../../../lib/compliance/rules/apigateway/client-certificate';
import { executionLogs } from '../../../lib/compliance/rules/apigateway/execution-logs';
import { noDataTrace } from '../../../lib/compliance/rules/apigateway/no-data-trace';
import { stageMetrics } from '../../../lib/compliance/rules/apigateway/stage-metrics';
import { stageTracing } from '../../../lib/compliance/rules/apigateway/stage-tracing';
import { usagePlan } from '../../../lib/compliance/rules/apigateway/usage-plan';
import { waf } from '../../../lib/compliance/rules/apigateway/waf';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import {
  body,
  casesOf,
  either,
  NOTHING,
  OPEN,
  ref,
  resource,
  seen,
  subject,
} from '../../support/judge-template';

const STAGE = 'AWS::ApiGateway::Stage';
const DEPLOYMENT = 'AWS::ApiGateway::Deployment';
const stage = (properties: JsonObject = {}, others: JsonObject = {}) => subject(STAGE, properties, others);
const methods = (...settings: readonly Json[]) => stage({ MethodSettings: settings });
/** A deployment that makes a stage along the way. */
const deployment = (description: JsonObject) => subject(DEPLOYMENT, { StageDescription: description });
/** A deployment that a stage of the template deploys. */
const DEPLOYED = subject(DEPLOYMENT, {}, { Stage: resource(STAGE, { DeploymentId: ref('Subject') }) });
const socket = (properties: JsonObject, protocol: Json) =>
  subject(
    'AWS::ApiGatewayV2::Stage',
    { ApiId: ref('Api'), ...properties },
    { Api: resource('AWS::ApiGatewayV2::Api', { ProtocolType: protocol }) },
  );
const LOGS = { AccessLogSetting: { DestinationArn: OPEN } };
const plan = (name: Json) => ({
  Plan: resource('AWS::ApiGateway::UsagePlan', { ApiStages: [{ ApiId: 'api', Stage: name }] }),
});
const acl = (stageArn: Json) => ({
  Api: resource('AWS::ApiGateway::RestApi'),
  Acl: resource('AWS::WAFv2::WebACLAssociation', { ResourceArn: stageArn, WebACLArn: 'arn' }),
});
const PREFIX = 'arn:${AWS::Partition}:apigateway:${AWS::Region}::/restapis';
const OF_API = { RestApiId: ref('Api'), StageName: 'prod' };

export const stageCases = [
  casesOf(accessLogs, {
    'a log is compliant': stage(LOGS),
    'a log of a deployment is compliant': deployment(LOGS),
    'no log is a finding': seen(stage(), 'Properties.AccessLogSetting.DestinationArn'),
    'no log of a deployment is a finding': seen(
      deployment({ CacheClusterEnabled: true }),
      'Properties.StageDescription.AccessLogSetting.DestinationArn',
    ),
    'a deployment that no stage of the template deploys is a finding': subject(DEPLOYMENT),
    'a log in one branch is a finding': stage({ AccessLogSetting: either(LOGS.AccessLogSetting, NOTHING) }),
    'a deployment whose stage is judged itself is not applicable': DEPLOYED,
  }),
  casesOf(executionLogs, {
    'errors is compliant': methods({ LoggingLevel: 'ERROR' }),
    'all is compliant': methods({ LoggingLevel: 'INFO' }, { LoggingLevel: 'ERROR' }),
    'errors of a deployment is compliant': deployment({ LoggingLevel: 'ERROR' }),
    'nothing is a finding': seen(
      methods({ LoggingLevel: 'INFO' }, { LoggingLevel: 'OFF' }),
      'Properties.MethodSettings.1.LoggingLevel',
    ),
    'no word of a level is a finding': methods({ MetricsEnabled: true }),
    'no settings is a finding': seen(stage(), 'Properties.MethodSettings'),
    'an empty list is a finding': methods(),
    'nothing of a deployment is a finding': deployment({ LoggingLevel: 'OFF' }),
    'nothing of a method of a deployment is a finding': deployment({
      LoggingLevel: 'ERROR',
      MethodSettings: [{ LoggingLevel: 'OFF' }],
    }),
    'a level left to a parameter is unknown': methods({ LoggingLevel: OPEN }),
    'a deployment whose stage is judged itself is not applicable': DEPLOYED,
  }),
  casesOf(noDataTrace, {
    'no word of bodies is compliant': methods({ LoggingLevel: 'INFO' }),
    'no bodies is compliant': methods({ DataTraceEnabled: false }),
    'no bodies of a deployment is compliant': deployment({ DataTraceEnabled: false }),
    'bodies is a finding': seen(
      methods({ DataTraceEnabled: false }, { DataTraceEnabled: true }),
      'Properties.MethodSettings.1.DataTraceEnabled',
    ),
    'bodies of a deployment is a finding': seen(
      deployment({ DataTraceEnabled: true }),
      'Properties.StageDescription.DataTraceEnabled',
    ),
    'bodies of a method of a deployment is a finding': deployment({
      MethodSettings: [{ DataTraceEnabled: 'true' }],
    }),
    'bodies left to a parameter is unknown': methods({ DataTraceEnabled: OPEN }),
  }),
  casesOf(cacheEncrypted, {
    'an encrypted cache is compliant': methods({ CachingEnabled: true, CacheDataEncrypted: true }),
    'no cache is compliant': methods({ CachingEnabled: false }),
    'no word of a cache is compliant': stage(),
    'an encrypted cache of a deployment is compliant': deployment({
      CachingEnabled: 'true',
      CacheDataEncrypted: 'true',
    }),
    'a cache in clear text is a finding': seen(
      methods({ CachingEnabled: true, CacheDataEncrypted: false }),
      'Properties.MethodSettings.0.CacheDataEncrypted',
    ),
    'a cache without a word of encryption is a finding': methods({ CachingEnabled: true }),
    'a cache in clear text in one branch is a finding': methods({
      CachingEnabled: either(true, false),
      CacheDataEncrypted: false,
    }),
    'a cache of a deployment in clear text is a finding': deployment({ CachingEnabled: true }),
    'encryption left to a parameter is unknown': methods({ CachingEnabled: true, CacheDataEncrypted: OPEN }),
  }),
  casesOf(cacheEnabled, {
    'a cache of the stage is compliant': stage({ CacheClusterEnabled: true }),
    'a cache of each method is compliant': methods({ CachingEnabled: true }),
    'no cache is a finding': seen(stage(), 'Properties.CacheClusterEnabled'),
    'a cache of some methods is a finding': methods({ CachingEnabled: true }, { CachingEnabled: false }),
    'a cache switched off is a finding': stage({ CacheClusterEnabled: false }),
    'a cache left to a parameter is unknown': stage({ CacheClusterEnabled: OPEN }),
  }),
  casesOf(stageMetrics, {
    'metrics is compliant': methods({ MetricsEnabled: true }),
    'metrics of a deployment is compliant': deployment({ MethodSettings: [{ MetricsEnabled: true }] }),
    'metrics of the whole stage of a deployment is compliant': deployment({ MetricsEnabled: true }),
    'no metrics of the whole stage of a deployment is a finding': seen(
      deployment({ MetricsEnabled: false }),
      'Properties.StageDescription.MetricsEnabled',
    ),
    'no metrics is a finding': seen(
      methods({ MetricsEnabled: false }),
      'Properties.MethodSettings.0.MetricsEnabled',
    ),
    'no settings is a finding': stage(),
    'metrics left to a parameter is unknown': methods({ MetricsEnabled: OPEN }),
    'a deployment whose stage is judged itself is not applicable': DEPLOYED,
  }),
  casesOf(stageTracing, {
    'a trace is compliant': stage({ TracingEnabled: true }),
    'a trace of a deployment is compliant': deployment({ TracingEnabled: true }),
    'no trace is a finding': seen(stage({ TracingEnabled: false }), 'Properties.TracingEnabled'),
    'no word of a trace is a finding': stage(),
    'a trace left to a parameter is unknown': stage({ TracingEnabled: OPEN }),
    'a deployment whose stage is judged itself is not applicable': DEPLOYED,
  }),
  casesOf(clientCertificate, {
    'a certificate is compliant': stage({ ClientCertificateId: OPEN }),
    'a certificate of a deployment is compliant': deployment({ ClientCertificateId: 'c' }),
    'no certificate is a finding': seen(stage(), 'Properties.ClientCertificateId'),
    'a certificate of a WebSocket API is compliant': socket({ ClientCertificateId: 'c' }, 'WEBSOCKET'),
    'no certificate of a WebSocket API is a finding': seen(
      socket({}, 'WEBSOCKET'),
      'Properties.ClientCertificateId',
    ),
    'no certificate of what may be a WebSocket API is unknown': socket({}, OPEN),
    'a stage of an HTTP API is not applicable': socket({}, 'HTTP'),
    'a certificate in one branch is a finding': stage({ ClientCertificateId: either('c', NOTHING) }),
    'a deployment whose stage is judged itself is not applicable': DEPLOYED,
  }),
  casesOf(usagePlan, {
    'a plan that names the stage is compliant': stage({}, plan(ref('Subject'))),
    'a plan with the name of the stage is compliant': stage({ StageName: 'prod' }, plan('prod')),
    'a plan with the stage of a deployment is compliant': subject(
      DEPLOYMENT,
      { StageName: 'prod' },
      plan('prod'),
    ),
    'no plan is a finding': seen(stage({ StageName: 'prod' }), 'Properties'),
    'a plan with a stage of that name of another API is a finding': stage(
      { RestApiId: 'other', StageName: 'prod' },
      plan('prod'),
    ),
    'a plan with the name in another stack is a finding': {
      stacks: [body({ Subject: resource(STAGE, { StageName: 'prod' }) }), body(plan('prod'))],
    },
    'a plan of another stage is a finding': stage({ StageName: 'prod' }, plan('test')),
    'a plan of either stage is a finding': stage({}, plan(either(ref('Subject'), 'test'))),
    'a deployment whose stage has no plan is a finding': DEPLOYED,
    'a deployment whose stage has a plan is not applicable': subject(
      DEPLOYMENT,
      {},
      { Stage: resource(STAGE, { DeploymentId: ref('Subject') }), ...plan(ref('Stage')) },
    ),
  }),
  casesOf(waf, {
    'a web ACL of the stage is compliant': stage(
      OF_API,
      acl({ 'Fn::Sub': `${PREFIX}/\${Api}/stages/\${Subject}` }),
    ),
    'a web ACL by the name of the stage is compliant': stage(
      OF_API,
      acl({ 'Fn::Join': ['', ['arn:aws:apigateway:us-east-1::/restapis/', ref('Api'), '/stages/prod']] }),
    ),
    'no web ACL is a finding': seen(stage(OF_API), 'Properties'),
    'a web ACL of another API is a finding': stage(OF_API, acl({ 'Fn::Sub': `${PREFIX}/a1/stages/prod` })),
    'a web ACL of another stage is a finding': stage(
      OF_API,
      acl({ 'Fn::Sub': `${PREFIX}/\${Api}/stages/test` }),
    ),
  }),
];
