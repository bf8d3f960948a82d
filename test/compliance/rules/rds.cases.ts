import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { adminName } from '../../../lib/compliance/rules/rds/admin-name';
import { auroraBacktrack } from '../../../lib/compliance/rules/rds/aurora-backtrack';
import { automatedBackupsKept } from '../../../lib/compliance/rules/rds/automated-backups-kept';
import { backupRetention } from '../../../lib/compliance/rules/rds/backup-retention';
import { backupsEnabled } from '../../../lib/compliance/rules/rds/backups-enabled';
import { clusterMultiAz } from '../../../lib/compliance/rules/rds/cluster-multi-az';
import { copyTags } from '../../../lib/compliance/rules/rds/copy-tags';
import { customerKey } from '../../../lib/compliance/rules/rds/customer-key';
import { dataApiOff } from '../../../lib/compliance/rules/rds/data-api-off';
import { deletionProtection } from '../../../lib/compliance/rules/rds/deletion-protection';
import { enhancedMonitoring } from '../../../lib/compliance/rules/rds/enhanced-monitoring';
import { eventSubscriptionEnabled } from '../../../lib/compliance/rules/rds/event-subscription-enabled';
import { iamAuthentication } from '../../../lib/compliance/rules/rds/iam-authentication';
import { inBackupPlan } from '../../../lib/compliance/rules/rds/in-backup-plan';
import { minorUpgrades } from '../../../lib/compliance/rules/rds/minor-upgrades';
import { multiAz } from '../../../lib/compliance/rules/rds/multi-az';
import { notPublic } from '../../../lib/compliance/rules/rds/not-public';
import { performanceInsights } from '../../../lib/compliance/rules/rds/performance-insights';
import { subnetGroup } from '../../../lib/compliance/rules/rds/subnet-group';
import {
  arn,
  beside,
  casesOf,
  either,
  FAR_KEY,
  FAR_STACK,
  NOTHING,
  OPEN,
  ref,
  resource,
  seen,
  stack,
  subject,
} from '../../support/judge-template';
import { propertyCases } from '../../support/property-cases';
import { rdsConnectionCases } from './rds-connection.cases';
import { rdsStorageCases } from './rds-storage.cases';

const DB = 'AWS::RDS::DBInstance';
const CLUSTER = 'AWS::RDS::DBCluster';
const MEMBER = { DBClusterIdentifier: ref('Cluster') };
const member = (properties: JsonObject = {}) => subject(DB, { ...MEMBER, ...properties });
const nodes = (...attributes: readonly JsonObject[]) =>
  Object.fromEntries(
    attributes.map((each, index) => [
      `Node${index}`,
      resource(DB, { DBClusterIdentifier: ref('Subject') }, each),
    ]),
  );
const selecting = (...resources: readonly Json[]) => ({
  Selection: resource('AWS::Backup::BackupSelection', { BackupSelection: { Resources: resources } }),
});

export const rdsCases = [
  ...rdsStorageCases,
  ...rdsConnectionCases,
  casesOf(adminName, {
    ...propertyCases(DB, 'MasterUsername', {
      good: ['wardkeeper'],
      bad: ['admin', 'Postgres'],
      absent: 'compliant',
    }),
    'a name from a secret is compliant': subject(DB, {
      MasterUsername: '{{resolve:secretsmanager:records:SecretString:username}}',
    }),
  }),
  casesOf(auroraBacktrack, {
    ...propertyCases(CLUSTER, 'BacktrackWindow', {
      good: [1, 259_200],
      bad: [0],
      absent: 'a finding',
      base: { Engine: 'aurora-mysql' },
    }),
    'another engine is not applicable': subject(CLUSTER, { Engine: 'aurora-postgresql' }),
  }),
  casesOf(automatedBackupsKept, {
    ...propertyCases(DB, 'DeleteAutomatedBackups', { good: [false], bad: [true], absent: 'a finding' }),
    'a member of a cluster is not applicable': member(),
  }),
  casesOf(backupRetention, {
    ...propertyCases(DB, 'BackupRetentionPeriod', { good: [7, 35], bad: [0, 6], absent: 'a finding' }),
    'a cluster with a week is compliant': subject(CLUSTER, { BackupRetentionPeriod: 7 }),
    'a member of a cluster is not applicable': member(),
    'an instance that a condition puts into a cluster is a finding': subject(DB, {
      DBClusterIdentifier: either(ref('Cluster'), NOTHING),
    }),
  }),
  casesOf(backupsEnabled, {
    ...propertyCases(DB, 'BackupRetentionPeriod', { good: [1, 35], bad: [0], absent: 'compliant' }),
    'a member of a cluster is not applicable': member({ BackupRetentionPeriod: 0 }),
  }),
  casesOf(clusterMultiAz, {
    'a cluster of two instances is compliant': subject(CLUSTER, {}, nodes({}, {})),
    'a Multi-AZ cluster is compliant': subject(CLUSTER, { DBClusterInstanceClass: 'db.r6gd.large' }),
    'a cluster of one instance is a finding': seen(subject(CLUSTER, {}, nodes({})), 'Properties'),
    'a second instance under a condition is a finding': subject(
      CLUSTER,
      {},
      nodes({}, { Condition: 'Maybe' }),
    ),
  }),
  casesOf(copyTags, {
    ...propertyCases(DB, 'CopyTagsToSnapshot', { good: [true], bad: [false], absent: 'a finding' }),
    'a member of a cluster is not applicable': member(),
  }),
  casesOf(customerKey, {
    'a key of another stack is compliant': beside(subject(DB, { KmsKeyId: FAR_KEY }), FAR_STACK),
    'the key of AWS is a finding': seen(subject(DB, { KmsKeyId: 'alias/aws/rds' }), 'Properties.KmsKeyId'),
    'no key is a finding': seen(subject(CLUSTER), 'Properties.KmsKeyId'),
    'a key left to a parameter is unknown': subject(DB, { KmsKeyId: OPEN }),
    'a member of a cluster is compliant': member(),
    'Performance Insights without a key is a finding': seen(
      member({ EnablePerformanceInsights: true }),
      'Properties.PerformanceInsightsKMSKeyId',
    ),
    'Performance Insights of a cluster without a key is a finding': seen(
      subject(CLUSTER, { KmsKeyId: 'alias/rows', PerformanceInsightsEnabled: true }),
      'Properties.PerformanceInsightsKmsKeyId',
    ),
    'a managed password without a key is a finding': seen(
      subject(DB, { KmsKeyId: 'alias/rows', ManageMasterUserPassword: true }),
      'Properties.MasterUserSecret.KmsKeyId',
    ),
    'a replicated backup without a key is a finding': seen(
      subject(DB, { KmsKeyId: 'alias/rows', AutomaticBackupReplicationRegion: 'eu-west-1' }),
      'Properties.AutomaticBackupReplicationKmsKeyId',
    ),
    'every key set is compliant': subject(DB, {
      KmsKeyId: 'alias/rows',
      EnablePerformanceInsights: true,
      PerformanceInsightsKMSKeyId: 'alias/load',
      ManageMasterUserPassword: true,
      MasterUserSecret: { KmsKeyId: 'alias/secrets' },
    }),
    'an integration with a key is compliant': subject('AWS::RDS::Integration', { KMSKeyId: 'alias/rows' }),
    'an integration without a key is a finding': seen(
      subject('AWS::RDS::Integration'),
      'Properties.KMSKeyId',
    ),
    'an engine version without a key is a finding': seen(
      subject('AWS::RDS::CustomDBEngineVersion'),
      'Properties.KMSKeyId',
    ),
  }),
  casesOf(dataApiOff, {
    ...propertyCases(CLUSTER, 'EnableHttpEndpoint', { good: [false], bad: [true], absent: 'compliant' }),
  }),
  casesOf(deletionProtection, {
    ...propertyCases(DB, 'DeletionProtection', { good: [true, 'True'], bad: [false], absent: 'a finding' }),
    'a member of a cluster is not applicable': member(),
  }),
  casesOf(enhancedMonitoring, {
    ...propertyCases(DB, 'MonitoringInterval', { good: [1, '60'], bad: [0], absent: 'a finding' }),
    'an Aurora cluster is not applicable': subject(CLUSTER),
    'a Multi-AZ cluster without it is a finding': subject(CLUSTER, {
      DBClusterInstanceClass: 'db.r6gd.large',
    }),
  }),
  casesOf(eventSubscriptionEnabled, {
    ...propertyCases('AWS::RDS::EventSubscription', 'Enabled', {
      good: [true],
      bad: [false],
      absent: 'compliant',
    }),
  }),
  casesOf(iamAuthentication, {
    ...propertyCases(DB, 'EnableIAMDatabaseAuthentication', {
      good: [true],
      bad: [false],
      absent: 'a finding',
      base: { Engine: 'postgres' },
    }),
    'an engine without it is not applicable': subject(DB, { Engine: 'oracle-ee' }),
    'a member of a cluster is not applicable': member(),
  }),
  casesOf(inBackupPlan, {
    'an instance listed by its ARN is compliant': subject(DB, {}, selecting(arn('Subject'))),
    'an instance listed by a pattern is compliant': subject(
      DB,
      { DBInstanceIdentifier: 'records' },
      selecting('arn:aws:rds:*:*:db:rec*'),
    ),
    'a cluster listed with everything is compliant': subject(CLUSTER, {}, selecting('*')),
    'an instance that no selection lists is a finding': seen(
      subject(DB, {}, selecting('arn:aws:rds:*:*:cluster:*')),
      'Properties',
    ),
    'no selection at all is a finding': subject(CLUSTER),
    'a list left to a parameter is unknown': subject(DB, {}, selecting(OPEN)),
    'a member of a cluster is not applicable': member(),
  }),
  casesOf(minorUpgrades, {
    ...propertyCases(DB, 'AutoMinorVersionUpgrade', { good: [true], bad: [false], absent: 'compliant' }),
  }),
  casesOf(multiAz, {
    ...propertyCases(DB, 'MultiAZ', { good: [true], bad: [false], absent: 'a finding' }),
    'a member of a cluster is not applicable': member(),
  }),
  casesOf(notPublic, {
    ...propertyCases(DB, 'PubliclyAccessible', { good: [false], bad: [true], absent: 'a finding' }),
    'a cluster that says nothing is compliant': subject(CLUSTER),
    'a public cluster is a finding': subject(CLUSTER, { PubliclyAccessible: true }),
    'a Multi-AZ cluster that says nothing is a finding': subject(CLUSTER, {
      DBClusterInstanceClass: 'db.r6gd.large',
    }),
  }),
  casesOf(performanceInsights, {
    ...propertyCases(DB, 'EnablePerformanceInsights', { good: [true], bad: [false], absent: 'a finding' }),
    'an Aurora cluster is not applicable': subject(CLUSTER),
    'a Multi-AZ cluster without it is a finding': subject(CLUSTER, {
      DBClusterInstanceClass: 'db.r6gd.large',
    }),
  }),
  casesOf(subnetGroup, {
    'a subnet group is compliant': stack({
      Subject: resource(DB, { DBSubnetGroupName: ref('Group') }),
      Group: resource('AWS::RDS::DBSubnetGroup'),
    }),
    'no subnet group is a finding': seen(subject(DB), 'Properties.DBSubnetGroupName'),
    'a group left to a parameter is unknown': subject(DB, { DBSubnetGroupName: OPEN }),
    'a member of a cluster is not applicable': member(),
  }),
];
