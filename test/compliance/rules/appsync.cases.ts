import { authentication } from '../../../lib/compliance/rules/appsync/authentication';
import { cacheEncrypted } from '../../../lib/compliance/rules/appsync/cache-encrypted';
import { httpSource } from '../../../lib/compliance/rules/appsync/http-source';
import { logging } from '../../../lib/compliance/rules/appsync/logging';
import { noIntrospection } from '../../../lib/compliance/rules/appsync/no-introspection';
import { noVerboseLogs } from '../../../lib/compliance/rules/appsync/no-verbose-logs';
import { privateApi } from '../../../lib/compliance/rules/appsync/private-api';
import { sourceOwnRole } from '../../../lib/compliance/rules/appsync/source-own-role';
import { tracing } from '../../../lib/compliance/rules/appsync/tracing';
import { waf } from '../../../lib/compliance/rules/appsync/waf';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { arn, casesOf, either, NOTHING, OPEN, resource, seen, subject } from '../../support/judge-template';
import { edgeCases } from './edge.cases';

const graph = (properties: JsonObject = {}, others: JsonObject = {}) =>
  subject('AWS::AppSync::GraphQLApi', properties, others);
const events = (configuration: JsonObject) => subject('AWS::AppSync::Api', { EventConfig: configuration });
const cache = (properties: JsonObject = {}) => subject('AWS::AppSync::ApiCache', properties);
const source = (endpoint: Json) =>
  subject('AWS::AppSync::DataSource', { Type: 'HTTP', HttpConfig: { Endpoint: endpoint } });
const table = (configuration: JsonObject) =>
  subject('AWS::AppSync::DataSource', { DynamoDBConfig: { TableName: 'records', ...configuration } });
const log = (change: JsonObject = {}) => ({
  LogConfig: { FieldLogLevel: 'ERROR', CloudWatchLogsRoleArn: OPEN, ...change },
});
const web = (api: Json) => ({ Acl: resource('AWS::WAFv2::WebACLAssociation', { ResourceArn: api }) });

export const appsyncCases = [
  ...edgeCases.appsync,
  casesOf(authentication, {
    'IAM is compliant': graph({ AuthenticationType: 'AWS_IAM' }),
    'IAM and a user pool is compliant': graph({
      AuthenticationType: 'AWS_IAM',
      AdditionalAuthenticationProviders: [{ AuthenticationType: 'AMAZON_COGNITO_USER_POOLS' }],
    }),
    'IAM of events is compliant': events({ AuthProviders: [{ AuthType: 'AWS_IAM' }] }),
    'an API key is a finding': seen(
      graph({ AuthenticationType: 'API_KEY' }),
      'Properties.AuthenticationType',
    ),
    'an API key beside IAM is a finding': seen(
      graph({
        AuthenticationType: 'AWS_IAM',
        AdditionalAuthenticationProviders: [{ AuthenticationType: 'API_KEY' }],
      }),
      'Properties.AdditionalAuthenticationProviders.0.AuthenticationType',
    ),
    'an API key of events is a finding': events({
      AuthProviders: [{ AuthType: 'AWS_IAM' }],
      ConnectionAuthModes: [{ AuthType: 'API_KEY' }],
    }),
    'a type left to a parameter is unknown': graph({ AuthenticationType: OPEN }),
  }),
  casesOf(logging, {
    'errors is compliant': graph(log()),
    'everything is compliant': graph(log({ FieldLogLevel: 'ALL' })),
    'errors of events is compliant': events({
      LogConfig: { LogLevel: 'ERROR', CloudWatchLogsRoleArn: 'arn' },
    }),
    'nothing is a finding': seen(graph(log({ FieldLogLevel: 'NONE' })), 'Properties.LogConfig.FieldLogLevel'),
    'no word of a log is a finding': graph(),
    'no role is a finding': graph(log({ CloudWatchLogsRoleArn: NOTHING })),
    'nothing of events is a finding': events({
      LogConfig: { LogLevel: 'NONE', CloudWatchLogsRoleArn: 'arn' },
    }),
    'a level left to a parameter is unknown': graph(log({ FieldLogLevel: OPEN })),
  }),
  casesOf(noVerboseLogs, {
    'no contents is compliant': graph(log({ ExcludeVerboseContent: true })),
    'contents is a finding': seen(
      graph(log({ ExcludeVerboseContent: false })),
      'Properties.LogConfig.ExcludeVerboseContent',
    ),
    'contents by default is a finding': graph(log()),
    'contents left to a parameter is unknown': graph(log({ ExcludeVerboseContent: OPEN })),
    'no log is not applicable': graph(),
  }),
  casesOf(cacheEncrypted, {
    'encryption of both kinds is compliant': cache({
      AtRestEncryptionEnabled: true,
      TransitEncryptionEnabled: true,
    }),
    'no word of encryption is a finding': seen(
      cache(),
      'Properties.AtRestEncryptionEnabled',
      'Properties.TransitEncryptionEnabled',
    ),
    'no encryption on the way is a finding': cache({
      AtRestEncryptionEnabled: true,
      TransitEncryptionEnabled: false,
    }),
    'encryption left to a parameter is unknown': cache({
      AtRestEncryptionEnabled: OPEN,
      TransitEncryptionEnabled: true,
    }),
  }),
  casesOf(privateApi, {
    'a private API is compliant': graph({ Visibility: 'PRIVATE' }),
    'a public API is a finding': seen(graph({ Visibility: 'GLOBAL' }), 'Properties.Visibility'),
    'a public API by default is a finding': graph(),
    'a setting left to a parameter is unknown': graph({ Visibility: OPEN }),
  }),
  casesOf(noIntrospection, {
    'no introspection is compliant': graph({ IntrospectionConfig: 'DISABLED' }),
    'introspection is a finding': seen(
      graph({ IntrospectionConfig: 'ENABLED' }),
      'Properties.IntrospectionConfig',
    ),
    'introspection by default is a finding': graph(),
    'a setting left to a parameter is unknown': graph({ IntrospectionConfig: OPEN }),
  }),
  casesOf(tracing, {
    'a trace is compliant': graph({ XrayEnabled: true }),
    'no trace is a finding': seen(graph({ XrayEnabled: false }), 'Properties.XrayEnabled'),
    'no word of a trace is a finding': graph(),
    'a trace left to a parameter is unknown': graph({ XrayEnabled: OPEN }),
  }),
  casesOf(waf, {
    'a web ACL is compliant': graph({ Visibility: 'GLOBAL' }, web(arn('Subject'))),
    'no web ACL is a finding': seen(graph({ Visibility: 'GLOBAL' }), 'Properties'),
    'a web ACL of another one is a finding': graph({}, web('arn')),
    'a private API is not applicable': graph({ Visibility: 'PRIVATE' }),
  }),
  casesOf(httpSource, {
    'HTTPS is compliant': source('https://ehr.example.org'),
    'HTTP is a finding': seen(source('http://ehr.example.org'), 'Properties.HttpConfig.Endpoint'),
    'HTTP in one branch is a finding': source(either('https://a.example.org', 'http://a.example.org')),
    'an endpoint left to a parameter is unknown': source(OPEN),
    'another source is not applicable': subject('AWS::AppSync::DataSource', { Type: 'NONE' }),
  }),
  casesOf(sourceOwnRole, {
    'a role of its own is compliant': table({ UseCallerCredentials: false }),
    'a role of its own by default is compliant': table({}),
    'credentials of the caller is a finding': seen(
      table({ UseCallerCredentials: true }),
      'Properties.DynamoDBConfig.UseCallerCredentials',
    ),
    'credentials left to a parameter is unknown': table({ UseCallerCredentials: OPEN }),
    'another source is not applicable': source('https://ehr.example'),
  }),
];
