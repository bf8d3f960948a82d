import { accessLogs } from '../../../lib/compliance/rules/apigatewayv2/access-logs';
import { cors } from '../../../lib/compliance/rules/apigatewayv2/cors';
import { domainTls } from '../../../lib/compliance/rules/apigatewayv2/domain-tls';
import { noDataTrace } from '../../../lib/compliance/rules/apigatewayv2/no-data-trace';
import { privateIntegrationTls } from '../../../lib/compliance/rules/apigatewayv2/private-integration-tls';
import { routeAuthorized } from '../../../lib/compliance/rules/apigatewayv2/route-authorized';
import { socketLogs } from '../../../lib/compliance/rules/apigatewayv2/socket-logs';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { casesOf, either, NOTHING, OPEN, ref, resource, seen, subject } from '../../support/judge-template';

const STAGE = 'AWS::ApiGatewayV2::Stage';
const API = 'AWS::ApiGatewayV2::Api';
const DOMAIN = 'AWS::ApiGatewayV2::DomainName';
const stage = (properties: JsonObject = {}) => subject(STAGE, properties);
const route = (properties: JsonObject, protocol = 'HTTP') =>
  subject(
    'AWS::ApiGatewayV2::Route',
    { ApiId: ref('Api'), RouteKey: 'GET /patients', ...properties },
    { Api: resource(API, { ProtocolType: protocol }) },
  );
const integration = (properties: JsonObject = {}, protocol = 'HTTP') =>
  subject(
    'AWS::ApiGatewayV2::Integration',
    { ApiId: ref('Api'), ConnectionType: 'VPC_LINK', IntegrationType: 'HTTP_PROXY', ...properties },
    { Api: resource(API, { ProtocolType: protocol }) },
  );
const socket = (settings: JsonObject) =>
  subject(
    STAGE,
    { ApiId: ref('Api'), DefaultRouteSettings: settings },
    { Api: resource(API, { ProtocolType: 'WEBSOCKET' }) },
  );
const LOGS = { DestinationArn: OPEN, Format: '$context.requestId' };
const configuration = (policy: Json) =>
  subject(DOMAIN, { DomainNameConfigurations: [{ SecurityPolicy: policy }] });
const calls = (configured: JsonObject) => subject(API, { CorsConfiguration: configured });

const answers = (headers: JsonObject) =>
  subject('AWS::ApiGateway::Method', {
    Integration: {
      IntegrationResponses: [
        {
          ResponseParameters: Object.fromEntries(
            Object.entries(headers).map(([name, value]) => [
              `method.response.header.Access-Control-Allow-${name}`,
              value ?? null,
            ]),
          ),
        },
      ],
    },
  });

export const apigatewayv2Cases = [
  casesOf(accessLogs, {
    'a log is compliant': stage({ AccessLogSettings: LOGS }),
    'no log is a finding': seen(
      stage(),
      'Properties.AccessLogSettings.DestinationArn',
      'Properties.AccessLogSettings.Format',
    ),
    'a log without format is a finding': stage({ AccessLogSettings: { DestinationArn: OPEN } }),
    'a log to nowhere is a finding': stage({ AccessLogSettings: { ...LOGS, DestinationArn: '' } }),
    'a log in one branch is a finding': stage({ AccessLogSettings: either(LOGS, NOTHING) }),
  }),
  casesOf(routeAuthorized, {
    'IAM is compliant': route({ AuthorizationType: 'AWS_IAM' }),
    'a token is compliant': route({ AuthorizationType: 'JWT', AuthorizerId: OPEN }),
    'no authorization is a finding': seen(
      route({ AuthorizationType: 'NONE' }),
      'Properties.AuthorizationType',
    ),
    'no word of authorization is a finding': route({}),
    'no authorization of the default route is a finding': route({ RouteKey: '$default' }),
    'no authorization of a connection is a finding': route({ RouteKey: '$connect' }, 'WEBSOCKET'),
    'authorization left to a parameter is unknown': route({ AuthorizationType: OPEN, AuthorizerId: 'a' }),
    'a preflight is not applicable': route({ RouteKey: 'OPTIONS /patients' }),
    'a message of a connection is not applicable': route({ RouteKey: 'send' }, 'WEBSOCKET'),
    'the default message of a connection is not applicable': route({ RouteKey: '$default' }, 'WEBSOCKET'),
  }),
  casesOf(noDataTrace, {
    'no word of bodies is compliant': stage(),
    'no bodies is compliant': stage({ DefaultRouteSettings: { DataTraceEnabled: false } }),
    'bodies is a finding': seen(
      stage({ DefaultRouteSettings: { DataTraceEnabled: true } }),
      'Properties.DefaultRouteSettings.DataTraceEnabled',
    ),
    'bodies of one route is a finding': seen(
      stage({ RouteSettings: { send: { DataTraceEnabled: true } } }),
      'Properties.RouteSettings.send.DataTraceEnabled',
    ),
    'bodies left to a parameter is unknown': stage({ DefaultRouteSettings: { DataTraceEnabled: OPEN } }),
  }),
  casesOf(socketLogs, {
    'errors is compliant': socket({ LoggingLevel: 'ERROR' }),
    'nothing is a finding': seen(
      socket({ LoggingLevel: 'OFF' }),
      'Properties.DefaultRouteSettings.LoggingLevel',
    ),
    'no word of a level is a finding': socket({}),
    'a level left to a parameter is unknown': socket({ LoggingLevel: OPEN }),
    'no log of a route is a finding': seen(
      stage({ ApiId: OPEN, RouteSettings: { 'GET /notes': { LoggingLevel: 'OFF' } } }),
      'Properties.RouteSettings.GET /notes.LoggingLevel',
    ),
    'an HTTP API is not applicable': stage({ ApiId: OPEN }),
  }),
  casesOf(domainTls, {
    'TLS 1.2 is compliant': configuration('TLS_1_2'),
    'TLS 1.2 by default is compliant': configuration(NOTHING),
    'TLS 1.0 is a finding': seen(
      configuration('TLS_1_0'),
      'Properties.DomainNameConfigurations.0.SecurityPolicy',
    ),
    'a policy left to a parameter is unknown': configuration(OPEN),
  }),
  casesOf(cors, {
    'no other site is compliant': subject(API),
    'one site is compliant': calls({ AllowOrigins: ['https://portal.example.org'], AllowMethods: ['GET'] }),
    'every site is a finding': seen(
      calls({ AllowOrigins: ['https://portal.example.org', '*'] }),
      'Properties.CorsConfiguration.AllowOrigins.1',
    ),
    'every header is a finding': calls({ AllowHeaders: ['*'] }),
    'every method is a finding': calls({ AllowMethods: ['*'] }),
    'credentials is a finding': calls({ AllowCredentials: true }),
    'sites left to a parameter is unknown': calls({ AllowOrigins: OPEN }),
    'an answer to one site is compliant': answers({ Origin: "'https://portal.example.org'" }),
    'an answer to every site is a finding': seen(
      answers({ Origin: "'*'" }),
      'Properties.Integration.IntegrationResponses.0.ResponseParameters.method.response.header.Access-Control-Allow-Origin',
    ),
    'an answer with credentials is a finding': answers({ Credentials: "'true'" }),
    'an answer left to a parameter is unknown': answers({ Origin: OPEN }),
  }),
  casesOf(privateIntegrationTls, {
    'a name to verify is compliant': integration({ TlsConfig: { ServerNameToVerify: OPEN } }),
    'no TLS is a finding': seen(integration(), 'Properties.TlsConfig.ServerNameToVerify'),
    'TLS in one branch is a finding': integration({
      TlsConfig: either({ ServerNameToVerify: 'orders.example' }, NOTHING),
    }),
    'what may be private is unknown': integration({ ConnectionType: OPEN }),
    'an integration over the internet is not applicable': integration({ ConnectionType: 'INTERNET' }),
    'an integration that says nothing is not applicable': integration({ ConnectionType: NOTHING }),
    'an integration of a WebSocket API is not applicable': integration({}, 'WEBSOCKET'),
  }),
];
