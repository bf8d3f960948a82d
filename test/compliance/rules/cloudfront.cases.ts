import { accessLogs } from '../../../lib/compliance/rules/cloudfront/access-logs';
import { defaultRoot } from '../../../lib/compliance/rules/cloudfront/default-root';
import { originAccess } from '../../../lib/compliance/rules/cloudfront/origin-access';
import { originAccessControlSigns } from '../../../lib/compliance/rules/cloudfront/origin-access-control-signs';
import { originHeaderSecrets } from '../../../lib/compliance/rules/cloudfront/origin-header-secrets';
import { originHttps } from '../../../lib/compliance/rules/cloudfront/origin-https';
import { responseHeaders } from '../../../lib/compliance/rules/cloudfront/response-headers';
import { viewerHttps } from '../../../lib/compliance/rules/cloudfront/viewer-https';
import { viewerTls } from '../../../lib/compliance/rules/cloudfront/viewer-tls';
import { waf } from '../../../lib/compliance/rules/cloudfront/waf';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { casesOf, either, NOTHING, OPEN, ref, resource, seen, subject } from '../../support/judge-template';
import { edgeCases } from './edge.cases';

const distribution = (configuration: JsonObject = {}, others: JsonObject = {}) =>
  subject('AWS::CloudFront::Distribution', { DistributionConfig: configuration }, others);
const AT = 'Properties.DistributionConfig';
const behaviour = (policy: Json) => ({ DefaultCacheBehavior: { ViewerProtocolPolicy: policy } });
const origins = (...each: readonly Json[]) =>
  distribution({ Origins: each }, { Bucket: resource('AWS::S3::Bucket') });
const BUCKET = { Id: 'bucket', DomainName: { 'Fn::GetAtt': ['Bucket', 'RegionalDomainName'] } };
const custom = (configuration: JsonObject) =>
  origins({ Id: 'ehr', DomainName: 'ehr.example.org', CustomOriginConfig: configuration });
const header = (value: Json, name: Json = 'X-Origin-Verify') =>
  distribution(
    { Origins: [{ Id: 'forms', OriginCustomHeaders: [{ HeaderName: name, HeaderValue: value }] }] },
    { Secret: resource('AWS::SecretsManager::Secret') },
  );
const control = (behaviourOf: Json) =>
  subject('AWS::CloudFront::OriginAccessControl', {
    OriginAccessControlConfig: { SigningBehavior: behaviourOf },
  });
const headers = (configuration: JsonObject) =>
  subject('AWS::CloudFront::ResponseHeadersPolicy', { ResponseHeadersPolicyConfig: configuration });
const STRICT = { SecurityHeadersConfig: { StrictTransportSecurity: { AccessControlMaxAgeSec: 31_536_000 } } };

export const cloudfrontCases = [
  ...edgeCases.cloudfront,
  casesOf(viewerHttps, {
    'HTTPS alone is compliant': distribution(behaviour('https-only')),
    'a redirect is compliant': distribution(behaviour('redirect-to-https')),
    'plain HTTP is a finding': seen(
      distribution(behaviour('allow-all')),
      `${AT}.DefaultCacheBehavior.ViewerProtocolPolicy`,
    ),
    'plain HTTP of one path is a finding': seen(
      distribution({
        ...behaviour('https-only'),
        CacheBehaviors: [{ PathPattern: '/old', ViewerProtocolPolicy: 'allow-all' }],
      }),
      `${AT}.CacheBehaviors.0.ViewerProtocolPolicy`,
    ),
    'no word of a protocol is a finding': distribution(),
    'a protocol left to a parameter is unknown': distribution(behaviour(OPEN)),
  }),
  casesOf(viewerTls, {
    'TLS 1.2 is compliant': distribution({ ViewerCertificate: { MinimumProtocolVersion: 'TLSv1.2_2021' } }),
    'TLS 1.3 is compliant': distribution({ ViewerCertificate: { MinimumProtocolVersion: 'TLSv1.3_2025' } }),
    'TLS 1.1 is a finding': seen(
      distribution({ ViewerCertificate: { MinimumProtocolVersion: 'TLSv1.1_2016' } }),
      `${AT}.ViewerCertificate.MinimumProtocolVersion`,
    ),
    'the certificate of CloudFront is a finding': distribution({
      ViewerCertificate: { CloudFrontDefaultCertificate: true, MinimumProtocolVersion: 'TLSv1.2_2021' },
    }),
    'no certificate is a finding': distribution(),
    'a version left to a parameter is unknown': distribution({
      ViewerCertificate: { MinimumProtocolVersion: OPEN },
    }),
  }),
  casesOf(accessLogs, {
    'a bucket is compliant': distribution({ Logging: { Bucket: OPEN } }),
    'a delivery is compliant': distribution(
      {},
      {
        Source: resource('AWS::Logs::DeliverySource', {
          LogType: 'ACCESS_LOGS',
          ResourceArn: {
            'Fn::Sub': 'arn:${AWS::Partition}:cloudfront::${AWS::AccountId}:distribution/${Subject}',
          },
        }),
      },
    ),
    'no log is a finding': seen(distribution(), `${AT}.Logging.Bucket`),
    'an empty name is a finding': distribution({ Logging: { Bucket: '' } }),
    'a delivery of another one is a finding': distribution(
      {},
      {
        Source: resource('AWS::Logs::DeliverySource', {
          ResourceArn: 'arn:aws:cloudfront::1:distribution/E1',
        }),
      },
    ),
    'a bucket in one branch is a finding': distribution({ Logging: either({ Bucket: 'logs' }, NOTHING) }),
  }),
  casesOf(originAccess, {
    'an access control is compliant': origins({ ...BUCKET, OriginAccessControlId: OPEN }),
    'an access identity is compliant': origins({
      ...BUCKET,
      S3OriginConfig: { OriginAccessIdentity: 'origin-access-identity/cloudfront/E1' },
    }),
    'another origin is compliant': custom({ OriginProtocolPolicy: 'https-only' }),
    'an endpoint of a website is compliant': origins({
      DomainName: 'site.s3-website-us-east-1.amazonaws.com',
    }),
    'a bucket without either is a finding': seen(origins(BUCKET), `${AT}.Origins.0`),
    'a bucket with an empty identity is a finding': origins({
      ...BUCKET,
      S3OriginConfig: { OriginAccessIdentity: '' },
    }),
    'a bucket by its name is a finding': origins({ DomainName: 'scans.s3.us-east-1.amazonaws.com' }),
    'an old form without identity is a finding': distribution({ S3Origin: { DNSName: 'scans' } }),
    'origins left to a parameter is unknown': distribution({ Origins: OPEN }),
  }),
  casesOf(originHttps, {
    'HTTPS is compliant': custom({ OriginProtocolPolicy: 'https-only', OriginSSLProtocols: ['TLSv1.2'] }),
    'no word of versions is compliant': custom({ OriginProtocolPolicy: 'https-only' }),
    'a bucket is compliant': origins(BUCKET),
    'the protocol of the viewer is a finding': seen(
      custom({ OriginProtocolPolicy: 'match-viewer' }),
      `${AT}.Origins.0.CustomOriginConfig.OriginProtocolPolicy`,
    ),
    'plain HTTP of the old form is a finding': distribution({
      CustomOrigin: { OriginProtocolPolicy: 'http-only' },
    }),
    'an old version is a finding': seen(
      custom({ OriginProtocolPolicy: 'https-only', OriginSSLProtocols: ['TLSv1.2', 'SSLv3'] }),
      `${AT}.Origins.0.CustomOriginConfig.OriginSSLProtocols.1`,
    ),
    'a protocol left to a parameter is unknown': custom({ OriginProtocolPolicy: OPEN }),
  }),
  casesOf(originAccessControlSigns, {
    'every request is compliant': control('always'),
    'no request is a finding': seen(control('never'), 'Properties.OriginAccessControlConfig.SigningBehavior'),
    'what is not overridden is a finding': control('no-override'),
    'a behavior left to a parameter is unknown': control(OPEN),
  }),
  casesOf(waf, {
    'a web ACL is compliant': distribution({ WebACLId: OPEN }),
    'no web ACL is a finding': seen(distribution(), `${AT}.WebACLId`),
    'an empty one is a finding': distribution({ WebACLId: '' }),
  }),
  casesOf(defaultRoot, {
    'a page is compliant': distribution({ DefaultRootObject: 'index.html' }),
    'no page is a finding': seen(distribution(), `${AT}.DefaultRootObject`),
    'an empty one is a finding': distribution({ DefaultRootObject: '' }),
  }),
  casesOf(responseHeaders, {
    'HTTPS for the future is compliant': headers(STRICT),
    'one other site is compliant': headers({
      ...STRICT,
      CorsConfig: { AccessControlAllowOrigins: { Items: ['https://portal.example.org'] } },
    }),
    'no word of HTTPS is a finding': seen(
      headers({}),
      'Properties.ResponseHeadersPolicyConfig.SecurityHeadersConfig.StrictTransportSecurity',
    ),
    'every site is a finding': headers({
      ...STRICT,
      CorsConfig: { AccessControlAllowOrigins: { Items: ['*'] } },
    }),
    'credentials is a finding': headers({ ...STRICT, CorsConfig: { AccessControlAllowCredentials: true } }),
    'sites left to a parameter is unknown': headers({
      ...STRICT,
      CorsConfig: { AccessControlAllowOrigins: { Items: [ref('Open')] } },
    }),
  }),
  casesOf(originHeaderSecrets, {
    'a secret is compliant': header('{{resolve:secretsmanager:clinic/edge:SecretString:header}}'),
    'a header that says nothing of the caller is compliant': header('portal', 'x-application'),
    'no header is compliant': distribution({ Origins: [{ Id: 'forms' }] }),
    'a header that a resource hands out is compliant': header(ref('Secret')),
    'a header in text is a finding': seen(
      header('not-a-real-one'),
      'Properties.DistributionConfig.Origins.0.OriginCustomHeaders.0.HeaderValue',
    ),
    'a header in one branch is a finding': header(either(ref('Secret'), 'not-a-real-one')),
    'a header from a parameter that shows is a finding': header(OPEN),
    'a plain parameter of Systems Manager is a finding': header('{{resolve:ssm:/clinic/edge:1}}'),
    'a name left to a parameter is unknown': header('not-a-real-one', OPEN),
    'a header of another stack is unknown': header({ 'Fn::ImportValue': 'edge-header' }),
  }),
];
