import { accountLogRole } from '../../../lib/compliance/rules/apigateway/account-log-role';
import { authorizerCache } from '../../../lib/compliance/rules/apigateway/authorizer-cache';
import { domainTls } from '../../../lib/compliance/rules/apigateway/domain-tls';
import { executeEndpoint } from '../../../lib/compliance/rules/apigateway/execute-endpoint';
import { integrationEncrypted } from '../../../lib/compliance/rules/apigateway/integration-encrypted';
import { integrationPrivate } from '../../../lib/compliance/rules/apigateway/integration-private';
import { keyRequired } from '../../../lib/compliance/rules/apigateway/key-required';
import { methodAuthorized } from '../../../lib/compliance/rules/apigateway/method-authorized';
import { mutualTls } from '../../../lib/compliance/rules/apigateway/mutual-tls';
import { namesAuthorizer } from '../../../lib/compliance/rules/apigateway/names-authorizer';
import { namesEndpoint } from '../../../lib/compliance/rules/apigateway/names-endpoint';
import { policyNotPublic } from '../../../lib/compliance/rules/apigateway/policy-not-public';
import { privateEndpoint } from '../../../lib/compliance/rules/apigateway/private-endpoint';
import { requestValidated } from '../../../lib/compliance/rules/apigateway/request-validated';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { casesOf, either, NOTHING, OPEN, seen, subject, type RuleCases } from '../../support/judge-template';
import { edgeCases } from './edge.cases';
import { stageCases } from './apigateway-stage.cases';

const METHOD = 'AWS::ApiGateway::Method';
const API = 'AWS::ApiGateway::RestApi';
const HTTP_API = 'AWS::ApiGatewayV2::Api';
const DOMAIN = 'AWS::ApiGateway::DomainName';
const INTEGRATION = 'AWS::ApiGatewayV2::Integration';
const ACCOUNT = 'AWS::ApiGateway::Account';
const AUTHORIZERS = ['AWS::ApiGateway::Authorizer', 'AWS::ApiGatewayV2::Authorizer'] as const;

const method = (properties: JsonObject = {}) => subject(METHOD, { HttpMethod: 'GET', ...properties });
const integration = (properties: JsonObject) => method({ Integration: properties });
const types = (...names: readonly Json[]) => ({ EndpointConfiguration: { Types: names } });
const policy = (change: JsonObject) =>
  subject(API, {
    Policy: {
      Statement: [
        { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: '*', ...change },
      ],
    },
  });
const TRUST = { MutualTlsAuthentication: { TruststoreUri: 's3://trust/clients.pem' } };

export const apigatewayCases: readonly RuleCases[] = [
  ...edgeCases.apigateway,
  ...stageCases,
  casesOf(methodAuthorized, {
    'IAM is compliant': method({ AuthorizationType: 'AWS_IAM' }),
    'a user pool is compliant': method({ AuthorizationType: 'COGNITO_USER_POOLS', AuthorizerId: OPEN }),
    'an authorizer is compliant': method({ AuthorizationType: 'CUSTOM', AuthorizerId: 'a' }),
    'a preflight is not applicable': method({ HttpMethod: 'OPTIONS', AuthorizationType: 'NONE' }),
    'no authorization is a finding': seen(
      method({ AuthorizationType: 'NONE' }),
      'Properties.AuthorizationType',
    ),
    'no authorization in another spelling is a finding': method({ AuthorizationType: 'none' }),
    'an API key alone is a finding': method({ AuthorizationType: 'NONE', ApiKeyRequired: true }),
    'no word of authorization is a finding': method(),
    'a preflight in one branch is a finding': method({
      HttpMethod: either('OPTIONS', 'GET'),
      AuthorizationType: 'NONE',
    }),
    'authorization left to a parameter is unknown': method({ AuthorizationType: OPEN, AuthorizerId: 'a' }),
  }),
  casesOf(namesAuthorizer, {
    'an authorizer is compliant': method({ AuthorizationType: 'CUSTOM', AuthorizerId: OPEN }),
    'an authorizer of a route is compliant': subject('AWS::ApiGatewayV2::Route', {
      AuthorizationType: 'JWT',
      AuthorizerId: OPEN,
    }),
    'no authorizer is a finding': seen(
      method({ AuthorizationType: 'COGNITO_USER_POOLS' }),
      'Properties.AuthorizerId',
    ),
    'no authorizer of a route is a finding': subject('AWS::ApiGatewayV2::Route', {
      AuthorizationType: 'JWT',
    }),
    'IAM is not applicable': method({ AuthorizationType: 'AWS_IAM' }),
  }),
  casesOf(domainTls, {
    'TLS 1.2 is compliant': subject(DOMAIN, { SecurityPolicy: 'TLS_1_2' }),
    'TLS 1.3 is compliant': subject(DOMAIN, { SecurityPolicy: 'SecurityPolicy_TLS13_1_3_2025_09' }),
    'TLS 1.0 is a finding': seen(subject(DOMAIN, { SecurityPolicy: 'TLS_1_0' }), 'Properties.SecurityPolicy'),
    'no policy is a finding': subject(DOMAIN),
    'no policy of an API is compliant': subject(API),
    'TLS 1.0 of an API is a finding': subject(API, { SecurityPolicy: 'TLS_1_0' }),
    'a policy left to a parameter is unknown': subject(DOMAIN, { SecurityPolicy: OPEN }),
  }),
  casesOf(mutualTls, {
    'certificates of clients is compliant': subject(DOMAIN, TRUST),
    'certificates of clients of an HTTP API is compliant': subject('AWS::ApiGatewayV2::DomainName', TRUST),
    'no certificates is a finding': seen(subject(DOMAIN), 'Properties.MutualTlsAuthentication.TruststoreUri'),
    'no certificates for an HTTP API is a finding': subject('AWS::ApiGatewayV2::DomainName'),
    'certificates in one branch is a finding': subject(DOMAIN, {
      MutualTlsAuthentication: either(TRUST.MutualTlsAuthentication, NOTHING),
    }),
  }),
  casesOf(privateEndpoint, {
    'a private API is compliant': subject(API, types('PRIVATE')),
    'a private domain is compliant': subject(DOMAIN, types('PRIVATE')),
    'a regional API is a finding': seen(
      subject(API, types('REGIONAL')),
      'Properties.EndpointConfiguration.Types.0',
    ),
    'an API at the edge is a finding': subject(API),
    'an API of both kinds is a finding': subject(API, types('PRIVATE', 'EDGE')),
    'a regional domain is a finding': subject(DOMAIN, types('REGIONAL')),
    'a type left to a parameter is unknown': subject(API, types(OPEN)),
  }),
  casesOf(executeEndpoint, {
    'its own domain only is compliant': subject(API, { DisableExecuteApiEndpoint: true }),
    'its own domain only for an HTTP API is compliant': subject(HTTP_API, {
      DisableExecuteApiEndpoint: true,
    }),
    'the name of AWS, too, is a finding': seen(
      subject(API, { DisableExecuteApiEndpoint: false }),
      'Properties.DisableExecuteApiEndpoint',
    ),
    'no word of it is a finding': subject(HTTP_API),
    'a setting left to a parameter is unknown': subject(API, { DisableExecuteApiEndpoint: OPEN }),
  }),
  casesOf(policyNotPublic, {
    'no policy is compliant': subject(API),
    'one account is compliant': policy({ Principal: { AWS: '111122223333' } }),
    'everybody through an endpoint is compliant': policy({
      Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-1' } },
    }),
    'everybody is a finding': seen(policy({}), 'Properties.Policy.Statement.0'),
    'everybody but some is a finding': policy({ NotPrincipal: { AWS: '111122223333' }, Principal: NOTHING }),
    'everybody with IfExists is a finding': policy({
      Condition: { StringEqualsIfExists: { 'aws:SourceVpce': 'vpce-1' } },
    }),
    'a policy left to a parameter is unknown': subject(API, { Policy: OPEN }),
  }),
  casesOf(integrationEncrypted, {
    'HTTPS is compliant': integration({ Type: 'HTTP', Uri: 'https://ehr.example.org' }),
    'a function is compliant': integration({ Type: 'AWS_PROXY', Uri: OPEN }),
    'HTTP inside the network is compliant': integration({
      Type: 'HTTP',
      Uri: 'http://ehr.internal',
      ConnectionType: 'VPC_LINK',
    }),
    'HTTPS of an HTTP API is compliant': subject(INTEGRATION, { IntegrationUri: 'https://ehr.example.org' }),
    'HTTP is a finding': seen(
      integration({ Type: 'HTTP', Uri: 'http://ehr.example.org' }),
      'Properties.Integration.Uri',
    ),
    'HTTP to a place in the Region is a finding': integration({
      Uri: { 'Fn::Sub': 'http://ehr.${AWS::Region}.example.org' },
    }),
    'a place left to a parameter is unknown': integration({ Type: 'HTTP', Uri: OPEN }),
    'HTTP of an HTTP API is a finding': subject(INTEGRATION, { IntegrationUri: 'http://ehr.example.org' }),
    'a certificate that is not verified is a finding': seen(
      integration({ Uri: 'https://ehr.example.org', TlsConfig: { InsecureSkipVerification: true } }),
      'Properties.Integration.TlsConfig.InsecureSkipVerification',
    ),
    'verification left to a parameter is unknown': integration({
      Type: 'AWS',
      TlsConfig: { InsecureSkipVerification: OPEN },
    }),
  }),
  casesOf(integrationPrivate, {
    'a VPC link is compliant': integration({ Type: 'HTTP_PROXY', ConnectionType: 'VPC_LINK' }),
    'a VPC link of an HTTP API is compliant': subject(INTEGRATION, {
      IntegrationType: 'HTTP_PROXY',
      ConnectionType: 'VPC_LINK',
    }),
    'the internet is a finding': seen(
      integration({ Type: 'HTTP', ConnectionType: 'INTERNET' }),
      'Properties.Integration.ConnectionType',
    ),
    'the internet by default is a finding': subject(INTEGRATION, { IntegrationType: 'HTTP_PROXY' }),
    'a connection left to a parameter is unknown': integration({ Type: 'HTTP', ConnectionType: OPEN }),
    'a function is not applicable': integration({ Type: 'AWS_PROXY' }),
  }),
  casesOf(requestValidated, {
    'a validator is compliant': method({ RequestValidatorId: OPEN }),
    'no validator is a finding': seen(method(), 'Properties.RequestValidatorId'),
    'a validator in one branch is a finding': method({ RequestValidatorId: either('v', NOTHING) }),
    'a preflight is not applicable': method({ HttpMethod: 'OPTIONS' }),
  }),
  casesOf(
    authorizerCache,
    Object.fromEntries(
      AUTHORIZERS.flatMap((type) => [
        [`five minutes in ${type} is compliant`, subject(type, { AuthorizerResultTtlInSeconds: 300 })],
        [`no word of time in ${type} is compliant`, subject(type)],
        [
          `a second more in ${type} is a finding`,
          seen(
            subject(type, { AuthorizerResultTtlInSeconds: 301 }),
            'Properties.AuthorizerResultTtlInSeconds',
          ),
        ],
        [
          `a time left to a parameter in ${type} is unknown`,
          subject(type, { AuthorizerResultTtlInSeconds: OPEN }),
        ],
      ]),
    ),
  ),
  casesOf(accountLogRole, {
    'a role is compliant': subject(ACCOUNT, { CloudWatchRoleArn: OPEN }),
    'no role is a finding': seen(subject(ACCOUNT), 'Properties.CloudWatchRoleArn'),
    'a role in one branch is a finding': subject(ACCOUNT, { CloudWatchRoleArn: either('arn', NOTHING) }),
  }),
  casesOf(keyRequired, {
    'a key is compliant': method({ ApiKeyRequired: true }),
    'a key of a client that connects is compliant': subject('AWS::ApiGatewayV2::Route', {
      RouteKey: '$connect',
      ApiKeyRequired: true,
    }),
    'no key is a finding': seen(method({ ApiKeyRequired: false }), 'Properties.ApiKeyRequired'),
    'no word of a key is a finding': method(),
    'no key of a client that connects is a finding': subject('AWS::ApiGatewayV2::Route', {
      RouteKey: '$connect',
    }),
    'a key left to a parameter is unknown': method({ ApiKeyRequired: OPEN }),
    'a preflight is not applicable': method({ HttpMethod: 'OPTIONS' }),
    'a route of an HTTP API is not applicable': subject('AWS::ApiGatewayV2::Route', { RouteKey: 'GET /' }),
  }),
  casesOf(namesEndpoint, {
    'endpoints is compliant': subject(API, {
      EndpointConfiguration: { Types: ['PRIVATE'], VpcEndpointIds: ['vpce-1'] },
    }),
    'no endpoints is a finding': seen(
      subject(API, types('PRIVATE')),
      'Properties.EndpointConfiguration.VpcEndpointIds',
    ),
    'an empty list is a finding': subject(API, {
      EndpointConfiguration: { Types: ['PRIVATE'], VpcEndpointIds: [] },
    }),
    'endpoints in one branch is a finding': subject(API, {
      EndpointConfiguration: { Types: ['PRIVATE'], VpcEndpointIds: either(['vpce-1'], NOTHING) },
    }),
    'another API is not applicable': subject(API, types('REGIONAL')),
    'an API that says nothing is not applicable': subject(API),
  }),
];
