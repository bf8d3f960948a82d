import type { Rule } from '../../rule';
import { requireInBackupPlan } from '../backup/selections';

export const inBackupPlan: Rule = {
  id: 'fsx-in-backup-plan',
  title: 'file systems are in a backup plan',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(A)'],
  profiles: ['strict'],
  why: 'Automatic backups live and die with the file system; a backup plan keeps its own copies in a vault.',
  fix: 'add the file system to an AWS::Backup::BackupSelection, by its ARN or a tag',
  resourceTypes: ['AWS::FSx::FileSystem'],
  check(files) {
    return requireInBackupPlan(files, { service: 'fsx', prefix: 'file-system/' });
  },
};
