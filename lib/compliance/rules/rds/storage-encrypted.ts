import type { Rule } from '../../rule';
import { isClusterMember } from './cluster-member';
import { requireStorageEncrypted } from './storage-encryption';

/** Properties that name what a database is a copy of. */
const SOURCES = [
  'SourceDBInstanceIdentifier',
  'SourceDBClusterIdentifier',
  'ReplicationSourceIdentifier',
  'SourceDbiResourceId',
  'SourceDbClusterResourceId',
  'DBSnapshotIdentifier',
  'DBClusterSnapshotIdentifier',
  'SnapshotIdentifier',
];

export const storageEncrypted: Rule = {
  id: 'rds-storage-encrypted',
  title: 'databases, their replicas and restored copies are encrypted',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['hipaa'],
  why: 'RDS stores in clear text unless told otherwise, and an encrypted copy is the only way back.',
  fix: 'set StorageEncrypted to true; it can be set only when the database is made',
  resourceTypes: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster', 'AWS::RDS::GlobalCluster'],
  check(database) {
    if (isClusterMember(database)) return 'not-applicable';
    return requireStorageEncrypted(database, SOURCES);
  },
};
