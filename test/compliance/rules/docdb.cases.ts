import type { Json } from '../../../lib/compliance/template/json';
import { auditLogs } from '../../../lib/compliance/rules/docdb/audit-logs';
import { backupRetention } from '../../../lib/compliance/rules/docdb/backup-retention';
import { customerKey } from '../../../lib/compliance/rules/docdb/customer-key';
import { deletionProtection } from '../../../lib/compliance/rules/docdb/deletion-protection';
import { inBackupPlan } from '../../../lib/compliance/rules/docdb/in-backup-plan';
import { minorUpgrades } from '../../../lib/compliance/rules/docdb/minor-upgrades';
import { parameterGroupAudit } from '../../../lib/compliance/rules/docdb/parameter-group-audit';
import { parameterGroupTls } from '../../../lib/compliance/rules/docdb/parameter-group-tls';
import { performanceInsights } from '../../../lib/compliance/rules/docdb/performance-insights';
import { storageEncrypted } from '../../../lib/compliance/rules/docdb/storage-encrypted';
import { subnetGroup } from '../../../lib/compliance/rules/docdb/subnet-group';
import { casesOf, OPEN, resource, seen, subject } from '../../support/judge-template';
import { propertyCases } from '../../support/property-cases';

const CLUSTER = 'AWS::DocDB::DBCluster';
const INSTANCE = 'AWS::DocDB::DBInstance';
const GROUP = 'AWS::DocDB::DBClusterParameterGroup';
const COPY = { SnapshotIdentifier: 'notes-monday' };
const selecting = (resources: Json) => ({
  Selection: resource('AWS::Backup::BackupSelection', { BackupSelection: { Resources: resources } }),
});
export const docdbCases = [
  casesOf(
    auditLogs,
    propertyCases(CLUSTER, 'EnableCloudwatchLogsExports', {
      good: [['audit'], ['audit', 'profiler']],
      bad: [['profiler'], []],
      absent: 'a finding',
    }),
  ),
  casesOf(
    backupRetention,
    propertyCases(CLUSTER, 'BackupRetentionPeriod', { good: [7, 35], bad: [1, 6], absent: 'a finding' }),
  ),
  casesOf(customerKey, {
    ...propertyCases(CLUSTER, 'KmsKeyId', {
      good: ['alias/notes'],
      bad: ['alias/aws/rds'],
      absent: 'a finding',
    }),
    'a managed password without a key is a finding': seen(
      subject(CLUSTER, { KmsKeyId: 'alias/notes', ManageMasterUserPassword: true }),
      'Properties.MasterUserSecretKmsKeyId',
    ),
    'a managed password with a key is compliant': subject(CLUSTER, {
      KmsKeyId: 'alias/notes',
      ManageMasterUserPassword: true,
      MasterUserSecretKmsKeyId: 'alias/secrets',
    }),
  }),
  casesOf(
    deletionProtection,
    propertyCases(CLUSTER, 'DeletionProtection', { good: [true], bad: [false], absent: 'a finding' }),
  ),
  casesOf(inBackupPlan, {
    'a cluster that a pattern takes in is compliant': subject(
      CLUSTER,
      {},
      selecting('arn:aws:rds:*:*:cluster:*'),
    ),
    'a pattern for other names is a finding': subject(
      CLUSTER,
      { DBClusterIdentifier: 'notes' },
      selecting('arn:aws:rds:*:*:cluster:test*'),
    ),
    'no selection is a finding': seen(subject(CLUSTER), 'Properties'),
    'a list left to a parameter is unknown': subject(CLUSTER, {}, selecting(OPEN)),
  }),
  casesOf(
    minorUpgrades,
    propertyCases(INSTANCE, 'AutoMinorVersionUpgrade', { good: [true], bad: [false], absent: 'compliant' }),
  ),
  casesOf(
    parameterGroupAudit,
    propertyCases(GROUP, 'Parameters.audit_logs', {
      good: ['enabled', 'dml_write'],
      bad: ['disabled', 'none'],
      absent: 'a finding',
    }),
  ),
  casesOf(
    parameterGroupTls,
    propertyCases(GROUP, 'Parameters.tls', {
      good: ['enabled', 'tls1.2+'],
      bad: ['disabled'],
      absent: 'compliant',
    }),
  ),
  casesOf(
    performanceInsights,
    propertyCases(INSTANCE, 'EnablePerformanceInsights', { good: [true], bad: [false], absent: 'a finding' }),
  ),
  casesOf(storageEncrypted, {
    ...propertyCases(CLUSTER, 'StorageEncrypted', { good: [true], bad: [false], absent: 'a finding' }),
    'a restored snapshot that says nothing is unknown': subject(CLUSTER, COPY),
    'a restored snapshot that is encrypted is compliant': subject(CLUSTER, {
      ...COPY,
      StorageEncrypted: true,
    }),
  }),
  casesOf(
    subnetGroup,
    propertyCases(CLUSTER, 'DBSubnetGroupName', { good: ['private'], bad: [''], absent: 'a finding' }),
  ),
];
