import type { Json } from '../../../lib/compliance/template/json';
import { logExports } from '../../../lib/compliance/rules/rds/log-exports';
import { logExportsComplete } from '../../../lib/compliance/rules/rds/log-exports-complete';
import { storageEncrypted } from '../../../lib/compliance/rules/rds/storage-encrypted';
import { either, casesOf, NOTHING, OPEN, ref, resource, seen, subject } from '../../support/judge-template';
import { propertyCases } from '../../support/property-cases';

const DB = 'AWS::RDS::DBInstance';
const CLUSTER = 'AWS::RDS::DBCluster';
const MEMBER = { DBClusterIdentifier: ref('Cluster') };
const EXPORTS = 'Properties.EnableCloudwatchLogsExports';
const exporting = (engine: Json, ...logs: readonly Json[]) =>
  subject(engine === 'aurora-mysql' ? CLUSTER : DB, { Engine: engine, EnableCloudwatchLogsExports: logs });
const replicaOf = (source: Json) => ({
  Source: resource(DB, { StorageEncrypted: source }),
});
const REPLICA = { SourceDBInstanceIdentifier: ref('Source') };

export const rdsStorageCases = [
  casesOf(storageEncrypted, {
    ...propertyCases(DB, 'StorageEncrypted', { good: [true, 'true'], bad: [false], absent: 'a finding' }),
    'an encrypted cluster is compliant': subject(CLUSTER, { StorageEncrypted: true }),
    'a member of a cluster is not applicable': subject(DB, MEMBER),
    'an instance that a condition puts into a cluster is a finding': subject(DB, {
      DBClusterIdentifier: either(ref('Cluster'), NOTHING),
    }),
    'a replica of an encrypted instance is compliant': subject(DB, REPLICA, replicaOf(true)),
    'a replica of a clear instance is a finding': seen(
      subject(DB, REPLICA, replicaOf(false)),
      'Properties.StorageEncrypted',
    ),
    'a replica of an instance that says nothing is a finding': subject(DB, REPLICA, replicaOf(NOTHING)),
    'a replica of an instance left to a parameter is unknown': subject(DB, REPLICA, replicaOf(OPEN)),
    'a replica of a replica of an encrypted instance is compliant': subject(
      DB,
      { SourceDBInstanceIdentifier: ref('Middle') },
      { Middle: resource(DB, REPLICA), ...replicaOf(true) },
    ),
    'a pair of replicas of each other is unknown': subject(
      DB,
      { SourceDBInstanceIdentifier: ref('Middle') },
      { Middle: resource(DB, { SourceDBInstanceIdentifier: ref('Subject') }) },
    ),
    'a restored snapshot is unknown': subject(DB, { DBSnapshotIdentifier: 'records-monday' }),
    'a replica that says it is clear is a finding': subject(
      DB,
      { ...REPLICA, StorageEncrypted: false },
      replicaOf(true),
    ),
    'a global cluster over a clear cluster is a finding': subject(
      'AWS::RDS::GlobalCluster',
      { SourceDBClusterIdentifier: ref('Cluster') },
      { Cluster: resource(CLUSTER) },
    ),
  }),
  casesOf(logExports, {
    'a MySQL instance with its security logs is compliant': exporting('mysql', 'audit', 'error'),
    'a Postgres instance with its log is compliant': exporting('postgres', 'postgresql'),
    'an Aurora cluster with its audit log is compliant': exporting('aurora-mysql', 'audit'),
    'some log of an engine that is not told is compliant': subject(DB, {
      EnableCloudwatchLogsExports: ['error'],
    }),
    'an error log without the audit log is a finding': seen(exporting('mysql', 'error'), EXPORTS),
    'a log of another engine is a finding': seen(exporting('postgres', 'audit'), EXPORTS),
    'no list is a finding': seen(subject(DB), EXPORTS),
    'an empty list is a finding': seen(exporting('oracle-ee'), EXPORTS, EXPORTS),
    'a log in one branch is a finding': seen(exporting('postgres', either('postgresql', NOTHING)), EXPORTS),
    'a log left to a parameter is unknown': seen(exporting('postgres', OPEN), EXPORTS),
    'a list left to a parameter is unknown': subject(DB, {
      Engine: 'mariadb',
      EnableCloudwatchLogsExports: OPEN,
    }),
    'an engine left to a parameter is unknown': seen(exporting(OPEN, 'error'), EXPORTS),
    'a member of a cluster is not applicable': subject(DB, MEMBER),
  }),
  casesOf(logExportsComplete, {
    'every log of MySQL is compliant': exporting('mysql', 'audit', 'error', 'general', 'slowquery'),
    'a missing log is a finding': seen(exporting('mysql', 'audit', 'error', 'general'), EXPORTS),
    'no list is a finding': seen(exporting('sqlserver-se'), EXPORTS, EXPORTS),
    'a list left to a parameter is unknown': subject(DB, {
      Engine: 'postgres',
      EnableCloudwatchLogsExports: OPEN,
    }),
    'a member of a cluster is not applicable': subject(DB, MEMBER),
  }),
];
