import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { numberOf } from '../../template/value';
import { BACKUP_DAYS, requireBackupDays } from '../rds/backup-days';

export const backupRetention: Rule = {
  id: 'redshift-backup-retention',
  title: 'automatic snapshots of warehouses are kept long enough to notice damage',
  severity: 'error',
  controls: ['164.308(a)(7)(ii)(A)', '164.310(d)(2)(iv)'],
  profiles: ['hipaa'],
  parameters: [BACKUP_DAYS],
  why: 'What is not set is kept for one day; damage that is seen later cannot be undone.',
  fix: 'set AutomatedSnapshotRetentionPeriod to 7 or more',
  resourceTypes: ['AWS::Redshift::Cluster'],
  check(cluster, _template, settings) {
    const least = settings.of(BACKUP_DAYS);
    return [
      ...requireBackupDays(cluster.property('AutomatedSnapshotRetentionPeriod'), least),
      // what is not set keeps manual snapshots for ever, as -1 does, and copies for seven days
      ...['ManualSnapshotRetentionPeriod', 'SnapshotCopyRetentionPeriod'].flatMap((name) =>
        allowLiteral(
          cluster.property(name),
          (days) => numberOf(days) >= least || numberOf(days) === -1,
          `must be at least ${least} days`,
        ),
      ),
    ];
  },
};
