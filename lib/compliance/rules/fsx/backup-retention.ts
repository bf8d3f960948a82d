import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { numberOf } from '../../template/value';
import { isAlways, isNeverSet, matches } from '../cloudformation/certainty';
import { whereThere } from '../cloudformation/where-there';
import { BACKUP_DAYS, requireBackupDays } from '../rds/backup-days';

export const backupRetention: Rule = {
  id: 'fsx-backup-retention',
  title: 'automatic backups of file systems are kept long enough to notice damage',
  severity: 'error',
  controls: ['164.308(a)(7)(ii)(A)', '164.310(d)(2)(iv)'],
  profiles: ['hipaa'],
  parameters: [BACKUP_DAYS],
  why: 'Lustre makes no backup unless told to; elsewhere 0 turns them off.',
  fix: 'set AutomaticBackupRetentionDays to 7 or more',
  resourceTypes: ['AWS::FSx::FileSystem'],
  check(files, _template, settings) {
    const lustre = files.property('LustreConfiguration');
    const least = settings.of(BACKUP_DAYS);
    const days = 'AutomaticBackupRetentionDays';
    // scratch is for what can be made again, and cannot be backed up
    const isScratch =
      isAlways(lustre.at('DeploymentType'), matches(/^SCRATCH/u)) || isNeverSet(lustre.at('DeploymentType'));
    return [
      ...(isScratch ? [] : whereThere(lustre, (block) => requireBackupDays(block.at(days), least))),
      // what is not set is kept for 30 days
      ...['WindowsConfiguration', 'OntapConfiguration', 'OpenZFSConfiguration'].flatMap((kind) =>
        allowLiteral(
          files.property(kind).at(days),
          (value) => numberOf(value) >= least,
          `must be at least ${least} days`,
        ),
      ),
    ];
  },
};
