import { authorizer } from '../../../lib/compliance/rules/appsync/authorizer';
import { httpSourceSigned } from '../../../lib/compliance/rules/appsync/http-source-signed';
import { scopes } from '../../../lib/compliance/rules/apigateway/scopes';
import { groupProtected } from '../../../lib/compliance/rules/autoscaling/group-protected';
import { fieldEncryption } from '../../../lib/compliance/rules/cloudfront/field-encryption';
import { geoRestriction } from '../../../lib/compliance/rules/cloudfront/geo-restriction';
import { mutualTls } from '../../../lib/compliance/rules/cloudfront/mutual-tls';
import { signedRequests } from '../../../lib/compliance/rules/cloudfront/signed-requests';
import { connectionDraining } from '../../../lib/compliance/rules/elasticloadbalancing/connection-draining';
import { revokedCertificates } from '../../../lib/compliance/rules/networkfirewall/revoked-certificates';
import { profileInstanceProperties } from '../../../lib/compliance/rules/rolesanywhere/profile-instance-properties';
import { profileNoBroadPolicy } from '../../../lib/compliance/rules/rolesanywhere/profile-no-broad-policy';
import { sessionResumption } from '../../../lib/compliance/rules/transfer/session-resumption';
import { sqlInjectionSensitivity } from '../../../lib/compliance/rules/wafv2/sql-injection-sensitivity';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { casesOf, either, NOTHING, OPEN, seen, subject } from '../../support/judge-template';

const distribution = (configuration: JsonObject = {}) =>
  subject('AWS::CloudFront::Distribution', { DistributionConfig: configuration });
const AT = 'Properties.DistributionConfig';
const VIEWER = { ViewerMtlsConfig: { TrustStoreConfig: { TrustStoreId: 'ts-1' } } };
const graph = (properties: JsonObject) => subject('AWS::AppSync::GraphQLApi', properties);
const lambda = (change: JsonObject = {}) => ({
  AuthorizerUri: 'arn:aws:lambda:us-east-1:111122223333:function:who',
  ...change,
});
const source = (properties: JsonObject) => subject('AWS::AppSync::DataSource', properties);
const profile = (properties: JsonObject = {}) => subject('AWS::RolesAnywhere::Profile', properties);
const inspection = (status: JsonObject) =>
  subject('AWS::NetworkFirewall::TLSInspectionConfiguration', {
    TLSInspectionConfiguration: {
      ServerCertificateConfigurations: [{ CheckCertificateRevocationStatus: status }],
    },
  });
const server = (properties: JsonObject) => subject('AWS::Transfer::Server', properties);
const sql = (level: Json) =>
  subject('AWS::WAFv2::WebACL', {
    Rules: [{ Statement: { SqliMatchStatement: { SensitivityLevel: level } } }],
  });
const method = (properties: JsonObject) => subject('AWS::ApiGateway::Method', properties);
const allow = (action: Json) =>
  JSON.stringify({ Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }] });

/** Rules of several services at the edge of the network that are too few for files of their own. */
export const edgeCases = {
  cloudfront: [
    casesOf(signedRequests, {
      'a key group is compliant': distribution({ DefaultCacheBehavior: { TrustedKeyGroups: ['kg-1'] } }),
      'no key group is a finding': seen(distribution(), `${AT}.DefaultCacheBehavior.TrustedKeyGroups`),
      'no key group of one path is a finding': distribution({
        DefaultCacheBehavior: { TrustedKeyGroups: ['kg-1'] },
        CacheBehaviors: [{ PathPattern: '/x' }],
      }),
    }),
    casesOf(fieldEncryption, {
      'a configuration is compliant': distribution({
        DefaultCacheBehavior: { FieldLevelEncryptionId: OPEN },
      }),
      'no configuration is a finding': seen(
        distribution(),
        `${AT}.DefaultCacheBehavior.FieldLevelEncryptionId`,
      ),
      'a configuration in one branch is a finding': distribution({
        DefaultCacheBehavior: { FieldLevelEncryptionId: either('c', NOTHING) },
      }),
    }),
    casesOf(mutualTls, {
      'certificates of viewers is compliant': distribution(VIEWER),
      'certificates to an origin is compliant': distribution({
        ...VIEWER,
        Origins: [{ CustomOriginConfig: { OriginMtlsConfig: { ClientCertificateArn: OPEN } } }],
      }),
      'no certificates is a finding': seen(
        distribution(),
        `${AT}.ViewerMtlsConfig.TrustStoreConfig.TrustStoreId`,
      ),
      'certificates that ran out is a finding': distribution({
        ViewerMtlsConfig: { TrustStoreConfig: { TrustStoreId: 'ts-1', IgnoreCertificateExpiry: true } },
      }),
      'no certificate to an origin is a finding': distribution({
        ...VIEWER,
        Origins: [{ CustomOriginConfig: {} }],
      }),
    }),
    casesOf(geoRestriction, {
      'some countries is compliant': distribution({
        Restrictions: { GeoRestriction: { RestrictionType: 'whitelist', Locations: ['US'] } },
      }),
      'every country is a finding': seen(
        distribution({ Restrictions: { GeoRestriction: { RestrictionType: 'none' } } }),
        `${AT}.Restrictions.GeoRestriction.RestrictionType`,
      ),
      'no word of countries is a finding': distribution(),
      'countries left to a parameter is unknown': distribution({
        Restrictions: { GeoRestriction: { RestrictionType: OPEN } },
      }),
    }),
  ],
  appsync: [
    casesOf(authorizer, {
      'five minutes is compliant': graph({
        AuthenticationType: 'AWS_LAMBDA',
        LambdaAuthorizerConfig: lambda({ AuthorizerResultTtlInSeconds: 300 }),
      }),
      'IAM is compliant': graph({ AuthenticationType: 'AWS_IAM' }),
      'an authorizer of events is compliant': subject('AWS::AppSync::Api', {
        EventConfig: { AuthProviders: [{ AuthType: 'AWS_LAMBDA', LambdaAuthorizerConfig: lambda() }] },
      }),
      'a second more is a finding': seen(
        graph({
          AuthenticationType: 'AWS_LAMBDA',
          LambdaAuthorizerConfig: lambda({ AuthorizerResultTtlInSeconds: 301 }),
        }),
        'Properties.LambdaAuthorizerConfig.AuthorizerResultTtlInSeconds',
      ),
      'no authorizer is a finding': graph({ AuthenticationType: 'AWS_LAMBDA' }),
      'no authorizer beside IAM is a finding': graph({
        AuthenticationType: 'AWS_IAM',
        AdditionalAuthenticationProviders: [{ AuthenticationType: 'AWS_LAMBDA' }],
      }),
      'no authorizer of events is a finding': subject('AWS::AppSync::Api', {
        EventConfig: { AuthProviders: [{ AuthType: 'AWS_LAMBDA' }] },
      }),
      'a time left to a parameter is unknown': graph({
        AuthenticationType: 'AWS_LAMBDA',
        LambdaAuthorizerConfig: lambda({ AuthorizerResultTtlInSeconds: OPEN }),
      }),
    }),
    casesOf(httpSourceSigned, {
      'a signature is compliant': source({
        HttpConfig: {
          Endpoint: 'https://ehr.example.org',
          AuthorizationConfig: { AuthorizationType: 'AWS_IAM' },
        },
      }),
      'no signature is a finding': seen(
        source({ HttpConfig: { Endpoint: 'https://ehr.example.org' } }),
        'Properties.HttpConfig.AuthorizationConfig',
      ),
      'another source is not applicable': source({ Type: 'NONE' }),
    }),
  ],
  networkfirewall: [
    casesOf(revokedCertificates, {
      'refusing is compliant': inspection({ RevokedStatusAction: 'REJECT', UnknownStatusAction: 'DROP' }),
      'no word of it is compliant': inspection({}),
      'letting revoked ones pass is a finding': seen(
        inspection({ RevokedStatusAction: 'PASS' }),
        'Properties.TLSInspectionConfiguration.ServerCertificateConfigurations.0.CheckCertificateRevocationStatus.RevokedStatusAction',
      ),
      'letting unknown ones pass is a finding': inspection({ UnknownStatusAction: 'PASS' }),
      'an action left to a parameter is unknown': inspection({ RevokedStatusAction: OPEN }),
    }),
  ],
  rolesanywhere: [
    casesOf(profileNoBroadPolicy, {
      'no policy is compliant': profile(),
      'an action is compliant': profile({ SessionPolicy: allow('s3:PutObject') }),
      'a narrow managed policy is compliant': profile({
        ManagedPolicyArns: ['arn:aws:iam::111122223333:policy/uploads'],
      }),
      'an administrator is a finding': seen(
        profile({ ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] }),
        'Properties.ManagedPolicyArns.0',
      ),
      'full access to a service is a finding': profile({
        ManagedPolicyArns: ['arn:aws:iam::aws:policy/AmazonS3FullAccess'],
      }),
      'a whole service is a finding': seen(
        profile({ SessionPolicy: allow('s3:*') }),
        'Properties.SessionPolicy.Statement.0',
      ),
      'a policy left to a parameter is unknown': profile({ SessionPolicy: OPEN }),
      'a managed policy left to a parameter is unknown': profile({ ManagedPolicyArns: [OPEN] }),
    }),
    casesOf(profileInstanceProperties, {
      'a machine that is named is compliant': profile({ RequireInstanceProperties: true }),
      'a machine without a name is a finding': seen(
        profile({ RequireInstanceProperties: false }),
        'Properties.RequireInstanceProperties',
      ),
      'no word of it is a finding': profile(),
      'a setting left to a parameter is unknown': profile({ RequireInstanceProperties: OPEN }),
    }),
  ],
  transfer: [
    casesOf(sessionResumption, {
      'resumption is compliant': server({
        Protocols: ['FTPS'],
        ProtocolDetails: { TlsSessionResumptionMode: 'ENFORCED' },
      }),
      'resumption by choice is a finding': seen(
        server({ Protocols: ['FTPS'], ProtocolDetails: { TlsSessionResumptionMode: 'ENABLED' } }),
        'Properties.ProtocolDetails.TlsSessionResumptionMode',
      ),
      'no word of it is a finding': server({ Protocols: ['SFTP', 'FTPS'] }),
      'a mode left to a parameter is unknown': server({
        Protocols: ['FTPS'],
        ProtocolDetails: { TlsSessionResumptionMode: OPEN },
      }),
      'SFTP is not applicable': server({}),
    }),
  ],
  wafv2: [
    casesOf(sqlInjectionSensitivity, {
      'a close look is compliant': sql('HIGH'),
      'no such rule is compliant': subject('AWS::WAFv2::WebACL', { Rules: [{ Statement: {} }] }),
      'a quick look is a finding': seen(
        sql('LOW'),
        'Properties.Rules.0.Statement.SqliMatchStatement.SensitivityLevel',
      ),
      'a quick look by default is a finding': sql(NOTHING),
      'a level left to a parameter is unknown': sql(OPEN),
    }),
  ],
  autoscaling: [
    casesOf(groupProtected, {
      'protection is compliant': subject('AWS::AutoScaling::AutoScalingGroup', {
        DeletionProtection: 'prevent-all-deletion',
      }),
      'no protection is a finding': seen(
        subject('AWS::AutoScaling::AutoScalingGroup', { DeletionProtection: 'none' }),
        'Properties.DeletionProtection',
      ),
      'no word of protection is a finding': subject('AWS::AutoScaling::AutoScalingGroup'),
      'protection left to a parameter is unknown': subject('AWS::AutoScaling::AutoScalingGroup', {
        DeletionProtection: OPEN,
      }),
    }),
  ],
  apigateway: [
    casesOf(scopes, {
      'a scope is compliant': method({
        AuthorizationType: 'COGNITO_USER_POOLS',
        AuthorizationScopes: ['chart/read'],
      }),
      'no scope is a finding': seen(
        method({ AuthorizationType: 'COGNITO_USER_POOLS' }),
        'Properties.AuthorizationScopes',
      ),
      'no scope of a route is a finding': subject('AWS::ApiGatewayV2::Route', { AuthorizationType: 'JWT' }),
      'an empty list is a finding': method({
        AuthorizationType: 'COGNITO_USER_POOLS',
        AuthorizationScopes: [],
      }),
      'IAM is not applicable': method({ AuthorizationType: 'AWS_IAM' }),
    }),
  ],
  elasticloadbalancing: [
    casesOf(connectionDraining, {
      'draining is compliant': subject('AWS::ElasticLoadBalancing::LoadBalancer', {
        ConnectionDrainingPolicy: { Enabled: true },
      }),
      'no draining is a finding': seen(
        subject('AWS::ElasticLoadBalancing::LoadBalancer', { ConnectionDrainingPolicy: { Enabled: false } }),
        'Properties.ConnectionDrainingPolicy.Enabled',
      ),
      'no word of draining is a finding': subject('AWS::ElasticLoadBalancing::LoadBalancer'),
      'draining left to a parameter is unknown': subject('AWS::ElasticLoadBalancing::LoadBalancer', {
        ConnectionDrainingPolicy: { Enabled: OPEN },
      }),
    }),
  ],
};
