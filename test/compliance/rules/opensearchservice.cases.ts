import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { accessPolicyNamed } from '../../../lib/compliance/rules/opensearchservice/access-policy-named';
import { accessPolicyNotPublic } from '../../../lib/compliance/rules/opensearchservice/access-policy-not-public';
import { applicationLogs } from '../../../lib/compliance/rules/opensearchservice/application-logs';
import { atRestEncrypted } from '../../../lib/compliance/rules/opensearchservice/at-rest-encrypted';
import { auditLogs } from '../../../lib/compliance/rules/opensearchservice/audit-logs';
import { automaticUpdates } from '../../../lib/compliance/rules/opensearchservice/automatic-updates';
import { customerKey } from '../../../lib/compliance/rules/opensearchservice/customer-key';
import { dataNodes } from '../../../lib/compliance/rules/opensearchservice/data-nodes';
import { fineGrainedAccess } from '../../../lib/compliance/rules/opensearchservice/fine-grained-access';
import { https } from '../../../lib/compliance/rules/opensearchservice/https';
import { inVpc } from '../../../lib/compliance/rules/opensearchservice/in-vpc';
import { internalUsers } from '../../../lib/compliance/rules/opensearchservice/internal-users';
import { nodeToNodeEncrypted } from '../../../lib/compliance/rules/opensearchservice/node-to-node-encrypted';
import { primaryNodes } from '../../../lib/compliance/rules/opensearchservice/primary-nodes';
import { slowLogs } from '../../../lib/compliance/rules/opensearchservice/slow-logs';
import { standby } from '../../../lib/compliance/rules/opensearchservice/standby';
import { tlsPolicy } from '../../../lib/compliance/rules/opensearchservice/tls-policy';
import {
  arn,
  beside,
  casesOf,
  either,
  FAR_KEY,
  FAR_STACK,
  NOTHING,
  OPEN,
  resource,
  seen,
  subject,
} from '../../support/judge-template';
import { propertyCases } from '../../support/property-cases';

const DOMAIN = 'AWS::OpenSearchService::Domain';
const LEGACY = 'AWS::Elasticsearch::Domain';
const APPLICATION = 'AWS::OpenSearchService::Application';
const LOGS = { Logs: resource('AWS::Logs::LogGroup') };
const policy = (principal: Json, more: JsonObject = {}) => ({
  AccessPolicies: {
    Statement: [{ Effect: 'Allow', Principal: principal, Action: 'es:*', Resource: '*', ...more }],
  },
});
const publishing = (...logs: readonly string[]): JsonObject => ({
  LogPublishingOptions: Object.fromEntries(
    logs.map((log) => [log, { Enabled: true, CloudWatchLogsLogGroupArn: arn('Logs') }]),
  ),
});
const published = (log: string) => ({
  'a log to a group of the template is compliant': subject(DOMAIN, publishing(log), LOGS),
  'a log to a group outside is compliant': subject(LEGACY, {
    LogPublishingOptions: {
      [log]: {
        Enabled: true,
        CloudWatchLogsLogGroupArn: 'arn:aws:logs:eu-west-1:111122223333:log-group:notes',
      },
    },
  }),
  'a log that is turned off is a finding': seen(
    subject(
      DOMAIN,
      { LogPublishingOptions: { [log]: { Enabled: false, CloudWatchLogsLogGroupArn: arn('Logs') } } },
      LOGS,
    ),
    `Properties.LogPublishingOptions.${log}.Enabled`,
  ),
  'a log without a group is a finding': seen(
    subject(DOMAIN, { LogPublishingOptions: { [log]: { Enabled: true } } }),
    `Properties.LogPublishingOptions.${log}.CloudWatchLogsLogGroupArn`,
  ),
  'a number in place of a group is a finding': subject(LEGACY, {
    LogPublishingOptions: { [log]: { Enabled: true, CloudWatchLogsLogGroupArn: 123 } },
  }),
  'no log is a finding': subject(DOMAIN),
  'a list left to a parameter is unknown': subject(DOMAIN, { LogPublishingOptions: OPEN }),
});
const nodes = (config: JsonObject) => subject(DOMAIN, { ClusterConfig: config });
const legacyNodes = (config: JsonObject) => subject(LEGACY, { ElasticsearchClusterConfig: config });
export const opensearchserviceCases = [
  casesOf(accessPolicyNamed, {
    'a policy for one account is compliant': subject(DOMAIN, policy({ AWS: '111122223333' })),
    'everybody through a VPC is a finding': seen(
      subject(DOMAIN, { ...policy('*'), VPCOptions: { SubnetIds: ['subnet-1'] } }),
      'Properties.AccessPolicies.Statement.0',
    ),
    'a policy left to a parameter is unknown': subject(LEGACY, { AccessPolicies: OPEN }),
  }),
  casesOf(accessPolicyNotPublic, {
    'no policy is compliant': subject(DOMAIN),
    'a policy for one account is compliant': subject(DOMAIN, policy({ AWS: '111122223333' })),
    'everybody from one network is compliant': subject(
      LEGACY,
      policy('*', { Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } } }),
    ),
    'everybody is a finding': seen(subject(DOMAIN, policy('*')), 'Properties.AccessPolicies.Statement.0'),
    'everybody through a VPC is not applicable': subject(DOMAIN, {
      ...policy('*'),
      VPCOptions: { SubnetIds: ['subnet-1'] },
    }),
    'everybody through a VPC in one branch is a finding': subject(DOMAIN, {
      ...policy('*'),
      VPCOptions: either({ SubnetIds: ['subnet-1'] }, NOTHING),
    }),
    'a policy left to a parameter is unknown': subject(DOMAIN, { AccessPolicies: OPEN }),
  }),
  casesOf(applicationLogs, published('ES_APPLICATION_LOGS')),
  casesOf(
    atRestEncrypted,
    propertyCases(DOMAIN, 'EncryptionAtRestOptions.Enabled', {
      good: [true],
      bad: [false],
      absent: 'a finding',
    }),
  ),
  casesOf(auditLogs, published('AUDIT_LOGS')),
  casesOf(
    automaticUpdates,
    propertyCases(DOMAIN, 'SoftwareUpdateOptions.AutoSoftwareUpdateEnabled', {
      good: [true],
      bad: [false],
      absent: 'a finding',
    }),
  ),
  casesOf(customerKey, {
    ...propertyCases(DOMAIN, 'EncryptionAtRestOptions.KmsKeyId', {
      good: ['alias/notes'],
      bad: ['alias/aws/es'],
      absent: 'a finding',
    }),
    'an application without a key is a finding': seen(subject(APPLICATION), 'Properties.KmsKeyArn'),
    'an application with a key is compliant': beside(subject(APPLICATION, { KmsKeyArn: FAR_KEY }), FAR_STACK),
  }),
  casesOf(dataNodes, {
    'a domain of three nodes in several zones is compliant': nodes({
      InstanceCount: 3,
      ZoneAwarenessEnabled: true,
    }),
    'a legacy domain of three nodes is compliant': legacyNodes({
      InstanceCount: 3,
      ZoneAwarenessEnabled: true,
    }),
    'a domain of two nodes is a finding': seen(
      nodes({ InstanceCount: 2, ZoneAwarenessEnabled: true }),
      'Properties.ClusterConfig.InstanceCount',
    ),
    'a domain in one zone is a finding': seen(
      nodes({ InstanceCount: 3 }),
      'Properties.ClusterConfig.ZoneAwarenessEnabled',
    ),
    'a legacy domain in one zone is a finding': seen(
      legacyNodes({ InstanceCount: 3, ZoneAwarenessEnabled: false }),
      'Properties.ElasticsearchClusterConfig.ZoneAwarenessEnabled',
    ),
    'a count left to a parameter is unknown': nodes({ InstanceCount: OPEN, ZoneAwarenessEnabled: true }),
  }),
  casesOf(fineGrainedAccess, {
    ...propertyCases(DOMAIN, 'AdvancedSecurityOptions.Enabled', {
      good: [true],
      bad: [false],
      absent: 'a finding',
    }),
    ...propertyCases(DOMAIN, 'AdvancedSecurityOptions.AnonymousAuthEnabled', {
      good: [false],
      bad: [true],
      absent: 'compliant',
      base: { AdvancedSecurityOptions: { Enabled: true } },
    }),
  }),
  casesOf(
    https,
    propertyCases(LEGACY, 'DomainEndpointOptions.EnforceHTTPS', {
      good: [true],
      bad: [false],
      absent: 'a finding',
    }),
  ),
  casesOf(
    inVpc,
    propertyCases(DOMAIN, 'VPCOptions.SubnetIds', { good: [['subnet-1']], bad: [[]], absent: 'a finding' }),
  ),
  casesOf(internalUsers, {
    ...propertyCases(DOMAIN, 'AdvancedSecurityOptions.InternalUserDatabaseEnabled', {
      good: [false],
      bad: [true],
      absent: 'compliant',
    }),
    ...propertyCases(DOMAIN, 'AdvancedSecurityOptions.SAMLOptions.SessionTimeoutMinutes', {
      good: [60],
      bad: [61],
      absent: 'compliant',
    }),
  }),
  casesOf(
    nodeToNodeEncrypted,
    propertyCases(DOMAIN, 'NodeToNodeEncryptionOptions.Enabled', {
      good: [true],
      bad: [false],
      absent: 'a finding',
    }),
  ),
  casesOf(primaryNodes, {
    ...propertyCases(DOMAIN, 'ClusterConfig.DedicatedMasterEnabled', {
      good: [true],
      bad: [false],
      absent: 'a finding',
    }),
    ...propertyCases(DOMAIN, 'ClusterConfig.DedicatedMasterCount', {
      good: [3, 5],
      bad: [2],
      absent: 'compliant',
      base: { ClusterConfig: { DedicatedMasterEnabled: true } },
    }),
  }),
  casesOf(slowLogs, {
    'a domain with both logs is compliant': subject(
      DOMAIN,
      publishing('SEARCH_SLOW_LOGS', 'INDEX_SLOW_LOGS'),
      LOGS,
    ),
    'a domain with the log of searches alone is a finding': subject(
      DOMAIN,
      publishing('SEARCH_SLOW_LOGS'),
      LOGS,
    ),
    'a list left to a parameter is unknown': subject(DOMAIN, { LogPublishingOptions: OPEN }),
  }),
  casesOf(
    standby,
    propertyCases(DOMAIN, 'ClusterConfig.MultiAZWithStandbyEnabled', {
      good: [true],
      bad: [false],
      absent: 'a finding',
    }),
  ),
  casesOf(
    tlsPolicy,
    propertyCases(DOMAIN, 'DomainEndpointOptions.TLSSecurityPolicy', {
      good: ['Policy-Min-TLS-1-2-2019-07', 'Policy-Min-TLS-1-2-PFS-2023-10'],
      bad: ['Policy-Min-TLS-1-0-2019-07'],
      absent: 'a finding',
    }),
  ),
];
