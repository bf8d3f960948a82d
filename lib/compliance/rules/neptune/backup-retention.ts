import type { Rule } from '../../rule';
import { BACKUP_DAYS, requireBackupDays } from '../rds/backup-days';

export const backupRetention: Rule = {
  id: 'neptune-backup-retention',
  title: 'automatic backups of Neptune clusters are kept long enough to notice damage',
  severity: 'error',
  controls: ['164.308(a)(7)(ii)(A)', '164.310(d)(2)(iv)'],
  profiles: ['hipaa'],
  parameters: [BACKUP_DAYS],
  why: 'What is not set is kept for one day; damage that is seen later cannot be undone.',
  fix: 'set BackupRetentionPeriod to 7 or more',
  resourceTypes: ['AWS::Neptune::DBCluster'],
  check(cluster, _template, settings) {
    return requireBackupDays(cluster.property('BackupRetentionPeriod'), settings.of(BACKUP_DAYS));
  },
};
