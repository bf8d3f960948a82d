import type { Rule } from '../../rule';
import { requireStorageEncrypted } from '../rds/storage-encryption';

export const storageEncrypted: Rule = {
  id: 'docdb-storage-encrypted',
  title: 'clusters of DocumentDB and their restored copies are encrypted',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['hipaa'],
  why: 'DocumentDB stores in clear text unless told otherwise, and an encrypted copy is the only way back.',
  fix: 'set StorageEncrypted to true; it can be set only when the cluster is made',
  resourceTypes: ['AWS::DocDB::DBCluster', 'AWS::DocDB::GlobalCluster'],
  check(cluster) {
    return requireStorageEncrypted(cluster, ['SnapshotIdentifier', 'SourceDBClusterIdentifier']);
  },
};
