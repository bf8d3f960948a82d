import type { Json } from '../../../lib/compliance/template/json';
import { auditLogs } from '../../../lib/compliance/rules/neptune/audit-logs';
import { backupRetention } from '../../../lib/compliance/rules/neptune/backup-retention';
import { copyTags } from '../../../lib/compliance/rules/neptune/copy-tags';
import { customerKey } from '../../../lib/compliance/rules/neptune/customer-key';
import { deletionProtection } from '../../../lib/compliance/rules/neptune/deletion-protection';
import { iamAuthentication } from '../../../lib/compliance/rules/neptune/iam-authentication';
import { inBackupPlan } from '../../../lib/compliance/rules/neptune/in-backup-plan';
import { minorUpgrades } from '../../../lib/compliance/rules/neptune/minor-upgrades';
import { notPublic } from '../../../lib/compliance/rules/neptune/not-public';
import { parameterGroupAudit } from '../../../lib/compliance/rules/neptune/parameter-group-audit';
import { storageEncrypted } from '../../../lib/compliance/rules/neptune/storage-encrypted';
import { subnetGroup } from '../../../lib/compliance/rules/neptune/subnet-group';
import { casesOf, ref, resource, seen, subject } from '../../support/judge-template';
import { propertyCases } from '../../support/property-cases';

const CLUSTER = 'AWS::Neptune::DBCluster';
const INSTANCE = 'AWS::Neptune::DBInstance';
const GRAPH = 'AWS::NeptuneGraph::Graph';
const selecting = (resources: Json) => ({
  Selection: resource('AWS::Backup::BackupSelection', { BackupSelection: { Resources: resources } }),
});
export const neptuneCases = [
  casesOf(
    auditLogs,
    propertyCases(CLUSTER, 'EnableCloudwatchLogsExports', {
      good: [['audit', 'slowquery']],
      bad: [['slowquery'], []],
      absent: 'a finding',
    }),
  ),
  casesOf(
    backupRetention,
    propertyCases(CLUSTER, 'BackupRetentionPeriod', { good: [7], bad: [6], absent: 'a finding' }),
  ),
  casesOf(
    copyTags,
    propertyCases(CLUSTER, 'CopyTagsToSnapshot', { good: [true], bad: [false], absent: 'a finding' }),
  ),
  casesOf(customerKey, {
    ...propertyCases(CLUSTER, 'KmsKeyId', {
      good: ['alias/graph'],
      bad: ['alias/aws/rds'],
      absent: 'a finding',
    }),
    'a graph without a key is a finding': seen(subject(GRAPH), 'Properties.KmsKeyIdentifier'),
    'a graph with a key is compliant': subject(GRAPH, { KmsKeyIdentifier: 'alias/graph' }),
  }),
  casesOf(
    deletionProtection,
    propertyCases(CLUSTER, 'DeletionProtection', { good: [true], bad: [false], absent: 'a finding' }),
  ),
  casesOf(
    iamAuthentication,
    propertyCases(CLUSTER, 'IamAuthEnabled', { good: [true], bad: [false], absent: 'a finding' }),
  ),
  casesOf(inBackupPlan, {
    'a cluster that a selection lists is compliant': subject(
      CLUSTER,
      {},
      selecting([{ 'Fn::Sub': 'arn:aws:rds:${AWS::Region}:${AWS::AccountId}:cluster:${Subject}' }]),
    ),
    'another cluster in the list is a finding': subject(
      CLUSTER,
      {},
      {
        Other: resource(CLUSTER),
        ...selecting([{ 'Fn::Sub': 'arn:aws:rds:${AWS::Region}:${AWS::AccountId}:cluster:${Other}' }]),
      },
    ),
    'no selection is a finding': seen(subject(CLUSTER), 'Properties'),
    'an ARN with an open name is unknown': subject(
      CLUSTER,
      {},
      selecting([{ 'Fn::Sub': 'arn:aws:rds:eu-west-1:111122223333:cluster:${Open}' }]),
    ),
  }),
  casesOf(
    minorUpgrades,
    propertyCases(INSTANCE, 'AutoMinorVersionUpgrade', { good: [true], bad: [false], absent: 'compliant' }),
  ),
  casesOf(notPublic, {
    ...propertyCases(INSTANCE, 'PubliclyAccessible', { good: [false], bad: [true], absent: 'compliant' }),
    'a public graph is a finding': seen(
      subject(GRAPH, { PublicConnectivity: true }),
      'Properties.PublicConnectivity',
    ),
    'a private graph is compliant': subject(GRAPH, { PublicConnectivity: false }),
  }),
  casesOf(
    parameterGroupAudit,
    propertyCases('AWS::Neptune::DBClusterParameterGroup', 'Parameters.neptune_enable_audit_log', {
      good: [1, '1'],
      bad: [0],
      absent: 'a finding',
    }),
  ),
  casesOf(storageEncrypted, {
    ...propertyCases(CLUSTER, 'StorageEncrypted', { good: [true], bad: [false], absent: 'a finding' }),
    'a copy of an encrypted cluster is compliant': subject(
      CLUSTER,
      { SourceDBClusterIdentifier: ref('Source') },
      { Source: resource(CLUSTER, { StorageEncrypted: true }) },
    ),
    'a copy of a clear cluster is a finding': subject(
      CLUSTER,
      { SourceDBClusterIdentifier: ref('Source') },
      { Source: resource(CLUSTER) },
    ),
  }),
  casesOf(
    subnetGroup,
    propertyCases(CLUSTER, 'DBSubnetGroupName', { good: ['private'], bad: [''], absent: 'a finding' }),
  ),
];
