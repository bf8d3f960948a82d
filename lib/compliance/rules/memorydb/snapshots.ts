import type { Rule } from '../../rule';
import { BACKUP_DAYS, requireBackupDays } from '../rds/backup-days';

export const snapshots: Rule = {
  id: 'memorydb-snapshots',
  title: 'clusters of MemoryDB are backed up every day',
  severity: 'error',
  controls: ['164.308(a)(7)(ii)(A)'],
  profiles: ['hipaa'],
  parameters: [BACKUP_DAYS],
  why: 'MemoryDB is a database, not a cache: without snapshots there is no copy of it.',
  fix: 'set SnapshotRetentionLimit to 7 or more',
  resourceTypes: ['AWS::MemoryDB::Cluster'],
  check(cluster, _template, settings) {
    return requireBackupDays(cluster.property('SnapshotRetentionLimit'), settings.of(BACKUP_DAYS));
  },
};
