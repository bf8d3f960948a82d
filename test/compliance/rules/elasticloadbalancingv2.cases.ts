import { accessLogs } from '../../../lib/compliance/rules/elasticloadbalancingv2/access-logs';
import { connectionLogs } from '../../../lib/compliance/rules/elasticloadbalancingv2/connection-logs';
import { crossZone } from '../../../lib/compliance/rules/elasticloadbalancingv2/cross-zone';
import { deletionProtection } from '../../../lib/compliance/rules/elasticloadbalancingv2/deletion-protection';
import { dropInvalidHeaders } from '../../../lib/compliance/rules/elasticloadbalancingv2/drop-invalid-headers';
import { privatelinkRules } from '../../../lib/compliance/rules/elasticloadbalancingv2/privatelink-rules';
import { requestSmuggling } from '../../../lib/compliance/rules/elasticloadbalancingv2/request-smuggling';
import { tlsTargets } from '../../../lib/compliance/rules/elasticloadbalancingv2/tls-targets';
import { trustStoreRevocation } from '../../../lib/compliance/rules/elasticloadbalancingv2/trust-store-revocation';
import { trustStoreVersion } from '../../../lib/compliance/rules/elasticloadbalancingv2/trust-store-version';
import { waf } from '../../../lib/compliance/rules/elasticloadbalancingv2/waf';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import {
  casesOf,
  either,
  NOTHING,
  OPEN,
  ref,
  resource,
  seen,
  subject,
  type RuleCases,
} from '../../support/judge-template';
import { listenerCases } from './elasticloadbalancingv2-listener.cases';

const BALANCER = 'AWS::ElasticLoadBalancingV2::LoadBalancer';
const LIST = 'LoadBalancerAttributes';
const GROUP = 'AWS::ElasticLoadBalancingV2::TargetGroup';
const STORE = 'AWS::ElasticLoadBalancingV2::TrustStore';
const attributes = (...pairs: readonly (readonly [Json, Json])[]) =>
  pairs.map(([Key, Value]) => ({ Key, Value }));
const balancer = (properties: JsonObject = {}, others: JsonObject = {}) =>
  subject(BALANCER, properties, others);

/** For attributes that must be there and true. */
const switchCases = (key: string, properties: JsonObject = {}) => ({
  'the attribute switched on is compliant': balancer({
    ...properties,
    [LIST]: attributes(['idle_timeout.timeout_seconds', '60'], [key, 'true']),
  }),
  'the attribute as a boolean is compliant': balancer({ ...properties, [LIST]: attributes([key, true]) }),
  'the attribute switched off is a finding': seen(
    balancer({ ...properties, [LIST]: attributes([key, 'false']) }),
    `Properties.${LIST}`,
  ),
  'other attributes is a finding': balancer({
    ...properties,
    [LIST]: attributes(['idle_timeout.timeout_seconds', '60']),
  }),
  'an empty list is a finding': balancer({ ...properties, [LIST]: [] }),
  'no attributes is a finding': balancer(properties),
  'attributes in one branch is a finding': balancer({
    ...properties,
    [LIST]: either(attributes([key, 'true']), NOTHING),
  }),
  'a value left to a parameter is unknown': balancer({ ...properties, [LIST]: attributes([key, OPEN]) }),
  'attributes left to a parameter is unknown': balancer({ ...properties, [LIST]: OPEN }),
});
const NETWORK = { Type: 'network' };
const web = (balancerOf: Json) => ({
  Association: resource('AWS::WAFv2::WebACLAssociation', { ResourceArn: balancerOf, WebACLArn: 'arn' }),
});

export const elasticloadbalancingv2Cases: readonly RuleCases[] = [
  ...listenerCases,
  casesOf(accessLogs, switchCases('access_logs.s3.enabled')),
  casesOf(connectionLogs, {
    ...switchCases('connection_logs.s3.enabled'),
    'a network load balancer is not applicable': balancer(NETWORK),
  }),
  casesOf(deletionProtection, switchCases('deletion_protection.enabled')),
  casesOf(dropInvalidHeaders, {
    ...switchCases('routing.http.drop_invalid_header_fields.enabled'),
    'a network load balancer is not applicable': balancer(NETWORK),
  }),
  casesOf(crossZone, {
    ...switchCases('load_balancing.cross_zone.enabled', NETWORK),
    'an application load balancer is not applicable': balancer(),
  }),
  casesOf(requestSmuggling, {
    'no word of a mode is compliant': balancer(),
    'the default mode is compliant': balancer({
      [LIST]: attributes(['routing.http.desync_mitigation_mode', 'defensive']),
    }),
    'the strictest mode is compliant': balancer({
      [LIST]: attributes(['routing.http.desync_mitigation_mode', 'strictest']),
    }),
    'a web ACL that fails closed is compliant': balancer({
      [LIST]: attributes(['waf.fail_open.enabled', false]),
    }),
    'the mode that only counts is a finding': seen(
      balancer({
        [LIST]: attributes(
          ['idle_timeout.timeout_seconds', '60'],
          ['routing.http.desync_mitigation_mode', 'monitor'],
        ),
      }),
      `Properties.${LIST}.1.Value`,
    ),
    'a web ACL that fails open is a finding': balancer({
      [LIST]: attributes(['waf.fail_open.enabled', 'true']),
    }),
    'a mode left to a parameter is unknown': balancer({
      [LIST]: attributes(['routing.http.desync_mitigation_mode', OPEN]),
    }),
  }),
  casesOf(privatelinkRules, {
    'no word of PrivateLink is compliant': balancer(),
    'security groups that hold is compliant': balancer({
      EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic: 'on',
    }),
    'security groups that do not hold is a finding': seen(
      balancer({ EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic: 'off' }),
      'Properties.EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic',
    ),
    'a setting left to a parameter is unknown': balancer({
      EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic: OPEN,
    }),
  }),
  casesOf(tlsTargets, {
    'encrypted targets is compliant': subject(GROUP, { Protocol: 'HTTPS' }),
    'plain targets is a finding': seen(subject(GROUP, { Protocol: 'HTTP' }), 'Properties.Protocol'),
    'no word of a protocol is a finding': subject(GROUP),
    'a protocol left to a parameter is unknown': subject(GROUP, { Protocol: OPEN }),
    'what passes through is not applicable': subject(GROUP, { Protocol: 'TCP' }),
    'a function is not applicable': subject(GROUP, { TargetType: 'lambda' }),
  }),
  casesOf(trustStoreVersion, {
    'a version is compliant': subject(STORE, { CaCertificatesBundleS3ObjectVersion: 'v1' }),
    'a version left to a parameter is compliant': subject(STORE, {
      CaCertificatesBundleS3ObjectVersion: OPEN,
    }),
    'no version is a finding': seen(subject(STORE), 'Properties.CaCertificatesBundleS3ObjectVersion'),
    'a version in one branch is a finding': subject(STORE, {
      CaCertificatesBundleS3ObjectVersion: either('v1', NOTHING),
    }),
  }),
  casesOf(trustStoreRevocation, {
    'a list of the revoked is compliant': subject(
      STORE,
      {},
      {
        List: resource('AWS::ElasticLoadBalancingV2::TrustStoreRevocation', {
          TrustStoreArn: ref('Subject'),
        }),
      },
    ),
    'no list is a finding': seen(subject(STORE), 'Properties'),
    'a list of another store is a finding': subject(
      STORE,
      {},
      { List: resource('AWS::ElasticLoadBalancingV2::TrustStoreRevocation', { TrustStoreArn: 'arn' }) },
    ),
  }),
  casesOf(waf, {
    'a web ACL is compliant': balancer({ Scheme: 'internet-facing' }, web(ref('Subject'))),
    'no web ACL is a finding': seen(balancer({ Scheme: 'internet-facing' }), 'Properties'),
    'a web ACL of another one is a finding': balancer({}, web('arn')),
    'a private load balancer is not applicable': balancer({ Scheme: 'internal' }),
    'a network load balancer is not applicable': balancer(NETWORK),
  }),
];
