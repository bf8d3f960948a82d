import type { Rule } from '../../rule';
import { requireInBackupPlan } from '../backup/selections';

export const inBackupPlan: Rule = {
  id: 'docdb-in-backup-plan',
  title: 'clusters of DocumentDB are in a backup plan',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(A)'],
  profiles: ['strict'],
  why: 'Automatic backups live and die with the cluster; a backup plan keeps its own copies in a vault.',
  fix: 'add the cluster to an AWS::Backup::BackupSelection, by its ARN or a tag',
  resourceTypes: ['AWS::DocDB::DBCluster'],
  check(cluster) {
    return requireInBackupPlan(cluster, { service: 'rds', prefix: 'cluster:', name: 'DBClusterIdentifier' });
  },
};
