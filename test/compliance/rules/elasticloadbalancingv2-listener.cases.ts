import { acmCertificate } from '../../../lib/compliance/rules/elasticloadbalancingv2/acm-certificate';
import { mutualTls } from '../../../lib/compliance/rules/elasticloadbalancingv2/mutual-tls';
import { redirectsEncrypted } from '../../../lib/compliance/rules/elasticloadbalancingv2/redirects-encrypted';
import { sessionTimeout } from '../../../lib/compliance/rules/elasticloadbalancingv2/session-timeout';
import { tlsAuthenticatedCiphers } from '../../../lib/compliance/rules/elasticloadbalancingv2/tls-authenticated-ciphers';
import { tlsListeners } from '../../../lib/compliance/rules/elasticloadbalancingv2/tls-listeners';
import { tlsPolicy } from '../../../lib/compliance/rules/elasticloadbalancingv2/tls-policy';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { casesOf, either, OPEN, ref, resource, seen, subject } from '../../support/judge-template';

const LISTENER = 'AWS::ElasticLoadBalancingV2::Listener';
const RULE = 'AWS::ElasticLoadBalancingV2::ListenerRule';
const listener = (properties: JsonObject) => subject(LISTENER, properties);
const redirect = (protocol: Json): JsonObject => ({
  Type: 'redirect',
  RedirectConfig: { StatusCode: 'HTTP_301', Protocol: protocol },
});
const FORWARD = { Type: 'forward', TargetGroupArn: 'arn' };
const VERIFY = { Mode: 'verify', TrustStoreArn: OPEN };
const login = (seconds: Json, kind = 'AuthenticateOidcConfig') => ({
  Type: 'authenticate-oidc',
  [kind]: { SessionTimeout: seconds },
});

export const listenerCases = [
  casesOf(tlsListeners, {
    'HTTPS is compliant': listener({ Protocol: 'HTTPS', Port: 443 }),
    'TLS is compliant': listener({ Protocol: 'TLS' }),
    'what passes through is compliant': listener({ Protocol: 'TCP', Port: 53 }),
    'port 443 without a protocol is compliant': listener({ Port: 443 }),
    'a redirect to HTTPS is compliant': listener({
      Protocol: 'HTTP',
      DefaultActions: [redirect('HTTPS')],
    }),
    'a redirect in another spelling is compliant': listener({
      Protocol: 'http',
      DefaultActions: [redirect('https')],
    }),
    'HTTP is a finding': seen(
      listener({ Protocol: 'HTTP', Port: 80, DefaultActions: [FORWARD] }),
      'Properties.Protocol',
    ),
    'a redirect to HTTP is a finding': listener({ Protocol: 'HTTP', DefaultActions: [redirect('HTTP')] }),
    'a redirect that keeps the protocol is a finding': listener({
      Protocol: 'HTTP',
      DefaultActions: [redirect('#{protocol}')],
    }),
    'HTTP in one branch is a finding': listener({
      Protocol: either('HTTPS', 'HTTP'),
      DefaultActions: [FORWARD],
    }),
    'port 80 without a protocol is a finding': listener({ Port: 80, DefaultActions: [FORWARD] }),
    'a protocol left to a parameter is unknown': listener({ Protocol: OPEN, DefaultActions: [FORWARD] }),
    'actions left to a parameter is unknown': listener({ Protocol: 'HTTP', DefaultActions: OPEN }),
  }),
  casesOf(redirectsEncrypted, {
    'a redirect to HTTPS is compliant': listener({ DefaultActions: [redirect('HTTPS')] }),
    'no redirect is compliant': listener({ DefaultActions: [FORWARD] }),
    'a redirect of a rule to HTTPS is compliant': subject(RULE, { Actions: [redirect('HTTPS')] }),
    'a redirect to HTTP is a finding': seen(
      listener({ DefaultActions: [redirect('HTTP')] }),
      'Properties.DefaultActions.0.RedirectConfig.Protocol',
    ),
    'a redirect of a rule to HTTP is a finding': subject(RULE, { Actions: [redirect('HTTP')] }),
    'a protocol left to a parameter is unknown': listener({ DefaultActions: [redirect(OPEN)] }),
  }),
  casesOf(tlsAuthenticatedCiphers, {
    'a restricted policy is compliant': listener({
      Protocol: 'HTTPS',
      SslPolicy: 'ELBSecurityPolicy-TLS13-1-2-Res-2021-06',
    }),
    'a restricted policy of FIPS against quantum computers is compliant': listener({
      Protocol: 'TLS',
      SslPolicy: 'ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09',
    }),
    'TLS 1.3 alone is compliant': listener({
      Protocol: 'HTTPS',
      SslPolicy: 'ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04',
    }),
    'FIPS with CBC is a finding': seen(
      listener({ Protocol: 'HTTPS', SslPolicy: 'ELBSecurityPolicy-TLS13-1-2-FIPS-2023-04' }),
      'Properties.SslPolicy',
    ),
    'FIPS down to TLS 1.0 is a finding': listener({
      Protocol: 'HTTPS',
      SslPolicy: 'ELBSecurityPolicy-TLS13-1-0-FIPS-2023-04',
    }),
    'no policy is a finding': listener({ Protocol: 'HTTPS' }),
    'a policy left to a parameter is unknown': listener({ Protocol: 'HTTPS', SslPolicy: OPEN }),
    'what is not encrypted is not applicable': listener({ Protocol: 'HTTP' }),
  }),
  casesOf(tlsPolicy, {
    'TLS 1.2 and 1.3 is compliant': listener({
      Protocol: 'HTTPS',
      SslPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
    }),
    'TLS 1.3 is compliant': listener({ Protocol: 'TLS', SslPolicy: 'ELBSecurityPolicy-TLS13-1-3-2021-06' }),
    'ciphers of FIPS against quantum computers is compliant': listener({
      Protocol: 'HTTPS',
      SslPolicy: 'ELBSecurityPolicy-TLS13-1-2-Ext0-FIPS-PQ-2025-09',
    }),
    'TLS 1.2 with forward secrecy is compliant': listener({
      Protocol: 'HTTPS',
      SslPolicy: 'ELBSecurityPolicy-FS-1-2-Res-2020-10',
    }),
    'TLS 1.0 with forward secrecy is a finding': seen(
      listener({ Protocol: 'HTTPS', SslPolicy: 'ELBSecurityPolicy-FS-2018-06' }),
      'Properties.SslPolicy',
    ),
    'TLS 1.3 down to 1.0 is a finding': listener({
      Protocol: 'HTTPS',
      SslPolicy: 'ELBSecurityPolicy-TLS13-1-0-2021-06',
    }),
    'TLS 1.1 is a finding': listener({
      Protocol: 'HTTPS',
      SslPolicy: 'ELBSecurityPolicy-TLS-1-1-2017-01',
    }),
    'a name that is none is a finding': listener({
      Protocol: 'HTTPS',
      SslPolicy: 'x-ELBSecurityPolicy-TLS-1-2-2017-01',
    }),
    'no policy is a finding': listener({ Protocol: 'HTTPS' }),
    'a weak policy of a plain listener is a finding': listener({
      Protocol: 'HTTP',
      SslPolicy: 'ELBSecurityPolicy-2016-08',
    }),
    'a policy left to a parameter is unknown': listener({ Protocol: 'HTTPS', SslPolicy: OPEN }),
    'a plain listener is not applicable': listener({ Protocol: 'HTTP' }),
  }),
  casesOf(acmCertificate, {
    'a certificate of the stack is compliant': subject(
      LISTENER,
      { Protocol: 'HTTPS', Certificates: [{ CertificateArn: ref('Certificate') }] },
      { Certificate: resource('AWS::CertificateManager::Certificate') },
    ),
    'a certificate by ARN is compliant': listener({
      Protocol: 'TLS',
      Certificates: [{ CertificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/1' }],
    }),
    'a certificate that was uploaded is a finding': seen(
      listener({
        Protocol: 'HTTPS',
        Certificates: [{ CertificateArn: 'arn:aws:iam::111122223333:server-certificate/old' }],
      }),
      'Properties.Certificates.0.CertificateArn',
    ),
    'no certificate is a finding': listener({ Protocol: 'HTTPS' }),
    'a certificate left to a parameter is unknown': listener({
      Protocol: 'HTTPS',
      Certificates: [{ CertificateArn: OPEN }],
    }),
    'a plain listener is not applicable': listener({ Protocol: 'HTTP' }),
  }),
  casesOf(mutualTls, {
    'certificates that are verified is compliant': listener({
      Protocol: 'HTTPS',
      MutualAuthentication: VERIFY,
    }),
    'certificates passed on is a finding': seen(
      listener({ Protocol: 'HTTPS', MutualAuthentication: { ...VERIFY, Mode: 'passthrough' } }),
      'Properties.MutualAuthentication.Mode',
    ),
    'no trust store is a finding': listener({
      Protocol: 'HTTPS',
      MutualAuthentication: { Mode: 'verify' },
    }),
    'certificates that ran out is a finding': listener({
      Protocol: 'HTTPS',
      MutualAuthentication: { ...VERIFY, IgnoreClientCertificateExpiry: true },
    }),
    'no certificates is a finding': listener({ Protocol: 'HTTPS' }),
    'a mode left to a parameter is unknown': listener({
      Protocol: 'HTTPS',
      MutualAuthentication: { ...VERIFY, Mode: OPEN },
    }),
    'another protocol is not applicable': listener({ Protocol: 'TLS' }),
  }),
  casesOf(sessionTimeout, {
    'eight hours is compliant': listener({ DefaultActions: [login(28_800)] }),
    'no login is compliant': listener({ DefaultActions: [FORWARD] }),
    'eight hours of a rule is compliant': subject(RULE, {
      Actions: [login(28_800, 'AuthenticateCognitoConfig')],
    }),
    'a second more is a finding': seen(
      listener({ DefaultActions: [login(28_801)] }),
      'Properties.DefaultActions.0.AuthenticateOidcConfig.SessionTimeout',
    ),
    'seven days by default is a finding': subject(RULE, {
      Actions: [{ Type: 'authenticate-cognito', AuthenticateCognitoConfig: { UserPoolArn: 'arn' } }],
    }),
    'a time left to a parameter is unknown': listener({ DefaultActions: [login(OPEN)] }),
  }),
];
