import type { Rule } from '../../rule';
import { BACKUP_DAYS, requireBackupDays } from './backup-days';
import { isClusterMember } from './cluster-member';

export const backupRetention: Rule = {
  id: 'rds-backup-retention',
  title: 'automatic backups of databases are kept long enough to notice damage',
  severity: 'error',
  controls: ['164.308(a)(7)(ii)(A)', '164.310(d)(2)(iv)'],
  profiles: ['hipaa'],
  parameters: [BACKUP_DAYS],
  why: 'What is not set is kept for one day; damage that is seen later cannot be undone.',
  fix: 'set BackupRetentionPeriod to 7 or more',
  resourceTypes: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  check(database, _template, settings) {
    if (isClusterMember(database)) return 'not-applicable';
    return requireBackupDays(database.property('BackupRetentionPeriod'), settings.of(BACKUP_DAYS));
  },
};
