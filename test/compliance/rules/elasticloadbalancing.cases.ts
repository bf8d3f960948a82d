import { accessLogs } from '../../../lib/compliance/rules/elasticloadbalancing/access-logs';
import { acmCertificate } from '../../../lib/compliance/rules/elasticloadbalancing/acm-certificate';
import { crossZone } from '../../../lib/compliance/rules/elasticloadbalancing/cross-zone';
import { internal } from '../../../lib/compliance/rules/elasticloadbalancing/internal';
import { tlsBackends } from '../../../lib/compliance/rules/elasticloadbalancing/tls-backends';
import { tlsListeners } from '../../../lib/compliance/rules/elasticloadbalancing/tls-listeners';
import { tlsPolicy } from '../../../lib/compliance/rules/elasticloadbalancing/tls-policy';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { casesOf, either, NOTHING, OPEN, ref, resource, seen, subject } from '../../support/judge-template';
import { edgeCases } from './edge.cases';

const BALANCER = 'AWS::ElasticLoadBalancing::LoadBalancer';
const balancer = (properties: JsonObject, others: JsonObject = {}) => subject(BALANCER, properties, others);
const listeners = (...each: readonly Json[]) => balancer({ Listeners: each });
const CERTIFICATE = { Certificate: resource('AWS::CertificateManager::Certificate') };
const policy = (value: Json, type: Json = 'SSLNegotiationPolicyType') => [
  {
    PolicyName: 'tls',
    PolicyType: type,
    Attributes: [{ Name: 'Reference-Security-Policy', Value: value }],
  },
];
const HTTPS = [{ Protocol: 'HTTPS' }];

export const elasticloadbalancingCases = [
  ...edgeCases.elasticloadbalancing,
  casesOf(tlsListeners, {
    'encrypted listeners is compliant': listeners({ Protocol: 'HTTPS' }, { Protocol: 'ssl' }),
    'a plain listener is a finding': seen(
      listeners({ Protocol: 'HTTPS' }, { Protocol: 'HTTP' }),
      'Properties.Listeners.1.Protocol',
    ),
    'a listener of TCP is a finding': listeners({ Protocol: 'TCP' }),
    'a listener without protocol is a finding': listeners({ LoadBalancerPort: '443' }),
    'a protocol left to a parameter is unknown': listeners({ Protocol: OPEN }),
  }),
  casesOf(tlsBackends, {
    'encrypted machines is compliant': listeners({ InstanceProtocol: 'HTTPS' }),
    'plain machines is a finding': seen(
      listeners({ InstanceProtocol: 'HTTP' }),
      'Properties.Listeners.0.InstanceProtocol',
    ),
    'no word of machines is a finding': listeners({ Protocol: 'HTTPS' }),
    'a protocol left to a parameter is unknown': listeners({ InstanceProtocol: OPEN }),
  }),
  casesOf(tlsPolicy, {
    'TLS 1.2 is compliant': balancer({
      Listeners: HTTPS,
      Policies: policy('ELBSecurityPolicy-TLS-1-2-2017-01'),
    }),
    'TLS 1.1 is a finding': seen(
      balancer({ Listeners: HTTPS, Policies: policy('ELBSecurityPolicy-TLS-1-1-2017-01') }),
      'Properties.Policies',
    ),
    'a policy of another kind is a finding': balancer({
      Listeners: HTTPS,
      Policies: policy('ELBSecurityPolicy-TLS-1-2-2017-01', 'ProxyProtocolPolicyType'),
    }),
    'no policy is a finding': balancer({ Listeners: HTTPS }),
    'a policy left to a parameter is unknown': balancer({ Listeners: HTTPS, Policies: policy(OPEN) }),
    'plain listeners is not applicable': listeners({ Protocol: 'TCP' }),
  }),
  casesOf(acmCertificate, {
    'a certificate of the stack is compliant': balancer(
      { Listeners: [{ Protocol: 'HTTPS', SSLCertificateId: ref('Certificate') }] },
      CERTIFICATE,
    ),
    'a certificate by ARN is compliant': listeners({
      Protocol: 'SSL',
      SSLCertificateId: 'arn:aws:acm:us-east-1:111122223333:certificate/1',
    }),
    'a plain listener is compliant': listeners({ Protocol: 'HTTP' }),
    'a certificate that was uploaded is a finding': seen(
      listeners({
        Protocol: 'HTTPS',
        SSLCertificateId: 'arn:aws:iam::111122223333:server-certificate/old',
      }),
      'Properties.Listeners.0.SSLCertificateId',
    ),
    'no certificate is a finding': listeners({ Protocol: 'HTTPS' }),
    'a certificate left to a parameter is unknown': listeners({ Protocol: 'HTTPS', SSLCertificateId: OPEN }),
  }),
  casesOf(accessLogs, {
    'a log is compliant': balancer({ AccessLoggingPolicy: { Enabled: true, S3BucketName: 'logs' } }),
    'no log is a finding': seen(
      balancer({ AccessLoggingPolicy: { Enabled: false } }),
      'Properties.AccessLoggingPolicy.Enabled',
    ),
    'no word of a log is a finding': balancer({}),
    'a log in one branch is a finding': balancer({ AccessLoggingPolicy: either({ Enabled: true }, NOTHING) }),
    'a log left to a parameter is unknown': balancer({ AccessLoggingPolicy: { Enabled: OPEN } }),
  }),
  casesOf(crossZone, {
    'every zone is compliant': balancer({ CrossZone: true }),
    'one zone is a finding': seen(balancer({ CrossZone: false }), 'Properties.CrossZone'),
    'no word of zones is a finding': balancer({}),
    'zones left to a parameter is unknown': balancer({ CrossZone: OPEN }),
  }),
  casesOf(internal, {
    'a private address is compliant': balancer({ Scheme: 'internal' }),
    'a public address is a finding': seen(balancer({ Scheme: 'internet-facing' }), 'Properties.Scheme'),
    'no word of addresses is a finding': balancer({}),
    'addresses left to a parameter is unknown': balancer({ Scheme: OPEN }),
  }),
];
