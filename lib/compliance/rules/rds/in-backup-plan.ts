import type { Rule } from '../../rule';
import { requireInBackupPlan } from '../backup/selections';
import { isClusterMember } from './cluster-member';

export const inBackupPlan: Rule = {
  id: 'rds-in-backup-plan',
  title: 'databases are in a backup plan',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(A)'],
  profiles: ['strict'],
  why: 'Automatic backups live and die with the database; a backup plan keeps its own copies in a vault.',
  fix: 'add the database to an AWS::Backup::BackupSelection, by its ARN or a tag',
  resourceTypes: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  check(database) {
    if (isClusterMember(database)) return 'not-applicable';
    return requireInBackupPlan(
      database,
      database.type === 'AWS::RDS::DBCluster'
        ? { service: 'rds', prefix: 'cluster:', name: 'DBClusterIdentifier' }
        : { service: 'rds', prefix: 'db:', name: 'DBInstanceIdentifier' },
    );
  },
};
