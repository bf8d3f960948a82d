import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { adminName } from '../../../lib/compliance/rules/redshift/admin-name';
import { auditLogging } from '../../../lib/compliance/rules/redshift/audit-logging';
import { backupRetention } from '../../../lib/compliance/rules/redshift/backup-retention';
import { customerKey } from '../../../lib/compliance/rules/redshift/customer-key';
import { encrypted } from '../../../lib/compliance/rules/redshift/encrypted';
import { enhancedVpcRouting } from '../../../lib/compliance/rules/redshift/enhanced-vpc-routing';
import { minorUpgrades } from '../../../lib/compliance/rules/redshift/minor-upgrades';
import { multiAz } from '../../../lib/compliance/rules/redshift/multi-az';
import { namespacePolicyNotPublic } from '../../../lib/compliance/rules/redshift/namespace-policy-not-public';
import { notPublic } from '../../../lib/compliance/rules/redshift/not-public';
import { parameterGroupActivityLog } from '../../../lib/compliance/rules/redshift/parameter-group-activity-log';
import { parameterGroupTls } from '../../../lib/compliance/rules/redshift/parameter-group-tls';
import { securityGroupNoOpenIngress } from '../../../lib/compliance/rules/redshift/security-group-no-open-ingress';
import { subnetGroup } from '../../../lib/compliance/rules/redshift/subnet-group';
import { casesOf, either, NOTHING, OPEN, seen, subject } from '../../support/judge-template';
import { propertyCases } from '../../support/property-cases';

const CLUSTER = 'AWS::Redshift::Cluster';
const GROUP = 'AWS::Redshift::ClusterParameterGroup';
const INGRESS = 'AWS::Redshift::ClusterSecurityGroupIngress';
const EVERY_LOG = ['connectionlog', 'userlog', 'useractivitylog'];
const logging = (properties: JsonObject) => subject(CLUSTER, { LoggingProperties: properties });
const parameters = (...list: readonly Json[]) => subject(GROUP, { Parameters: list });
const parameter = (name: Json, value: Json = 'true') => ({ ParameterName: name, ParameterValue: value });
const policy = (principal: Json) =>
  subject(CLUSTER, {
    NamespaceResourcePolicy: {
      Statement: [{ Effect: 'Allow', Principal: principal, Action: 'redshift:AuthorizeInboundIntegration' }],
    },
  });
const switched = (name: string) => ({
  'the parameter is compliant': parameters(parameter('auto_mv'), parameter(name)),
  'the parameter turned off is a finding': seen(
    parameters(parameter(name, 'false')),
    'Properties.Parameters',
  ),
  'no parameter is a finding': seen(subject(GROUP), 'Properties.Parameters'),
  'the parameter in one branch is a finding': parameters(either(parameter(name), NOTHING)),
  'a value left to a parameter is unknown': parameters(parameter(name, OPEN)),
  'a list left to a parameter is unknown': subject(GROUP, { Parameters: OPEN }),
});
export const redshiftCases = [
  casesOf(
    adminName,
    propertyCases(CLUSTER, 'MasterUsername', {
      good: ['wardkeeper'],
      bad: ['awsuser', 'Admin'],
      absent: 'compliant',
    }),
  ),
  casesOf(auditLogging, {
    'a bucket is compliant': logging({ BucketName: 'audit-logs' }),
    'CloudWatch with every log is compliant': logging({
      LogDestinationType: 'cloudwatch',
      LogExports: EVERY_LOG,
    }),
    'CloudWatch without the log of statements is a finding': seen(
      logging({ LogDestinationType: 'cloudwatch', LogExports: ['connectionlog', 'userlog'] }),
      'Properties.LoggingProperties.LogExports',
    ),
    'no logging is a finding': seen(subject(CLUSTER), 'Properties.LoggingProperties.BucketName'),
    'logging in one branch is a finding': subject(CLUSTER, {
      LoggingProperties: either({ BucketName: 'audit-logs' }, NOTHING),
    }),
    'logging left to a parameter is unknown': subject(CLUSTER, { LoggingProperties: OPEN }),
  }),
  casesOf(backupRetention, {
    ...propertyCases(CLUSTER, 'AutomatedSnapshotRetentionPeriod', {
      good: [7, 35],
      bad: [0, 6],
      absent: 'a finding',
    }),
    ...propertyCases(CLUSTER, 'ManualSnapshotRetentionPeriod', {
      good: [-1, 7],
      bad: [1],
      absent: 'compliant',
      base: { AutomatedSnapshotRetentionPeriod: 7 },
    }),
    ...propertyCases(CLUSTER, 'SnapshotCopyRetentionPeriod', {
      good: [7],
      bad: [1],
      absent: 'compliant',
      base: { AutomatedSnapshotRetentionPeriod: 7 },
    }),
  }),
  casesOf(customerKey, {
    ...propertyCases(CLUSTER, 'KmsKeyId', {
      good: ['alias/rows'],
      bad: ['alias/aws/redshift'],
      absent: 'a finding',
    }),
    'a managed password without a key is a finding': seen(
      subject(CLUSTER, { KmsKeyId: 'alias/rows', ManageMasterPassword: true }),
      'Properties.MasterPasswordSecretKmsKeyId',
    ),
  }),
  casesOf(
    encrypted,
    propertyCases(CLUSTER, 'Encrypted', { good: [true], bad: [false], absent: 'a finding' }),
  ),
  casesOf(
    enhancedVpcRouting,
    propertyCases(CLUSTER, 'EnhancedVpcRouting', { good: [true], bad: [false], absent: 'a finding' }),
  ),
  casesOf(
    minorUpgrades,
    propertyCases(CLUSTER, 'AllowVersionUpgrade', { good: [true], bad: [false], absent: 'compliant' }),
  ),
  casesOf(multiAz, propertyCases(CLUSTER, 'MultiAZ', { good: [true], bad: [false], absent: 'a finding' })),
  casesOf(namespacePolicyNotPublic, {
    'no policy is compliant': subject(CLUSTER),
    'a service is compliant': policy({ Service: 'redshift.amazonaws.com' }),
    'everybody is a finding': seen(policy('*'), 'Properties.NamespaceResourcePolicy.Statement.0'),
    'a policy left to a parameter is unknown': subject(CLUSTER, { NamespaceResourcePolicy: OPEN }),
  }),
  casesOf(
    notPublic,
    propertyCases(CLUSTER, 'PubliclyAccessible', { good: [false], bad: [true], absent: 'compliant' }),
  ),
  casesOf(parameterGroupActivityLog, switched('enable_user_activity_logging')),
  casesOf(parameterGroupTls, switched('require_ssl')),
  casesOf(
    securityGroupNoOpenIngress,
    propertyCases(INGRESS, 'CIDRIP', { good: ['10.0.0.0/8'], bad: ['0.0.0.0/0'], absent: 'compliant' }),
  ),
  casesOf(
    subnetGroup,
    propertyCases(CLUSTER, 'ClusterSubnetGroupName', { good: ['private'], bad: [''], absent: 'a finding' }),
  ),
];
