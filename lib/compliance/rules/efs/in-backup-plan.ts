import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isInBackupPlan } from '../backup/selections';
import { isOneOf } from '../cloudformation/certainty';

export const inBackupPlan: Rule = {
  id: 'efs-in-backup-plan',
  title: 'file systems are backed up',
  severity: 'error',
  controls: ['164.308(a)(7)(ii)(A)', '164.310(d)(2)(iv)'],
  profiles: ['hipaa'],
  why: 'EFS makes no backup by itself: a deleted file is gone.',
  fix: 'set BackupPolicy.Status to ENABLED, or add the file system to an AWS::Backup::BackupSelection',
  resourceTypes: ['AWS::EFS::FileSystem'],
  check(files) {
    const kind = { service: 'elasticfilesystem', prefix: 'file-system/', tags: 'FileSystemTags' };
    if (isInBackupPlan(files, kind) === true) return [];
    return requireLiteral(
      files.property('BackupPolicy.Status'),
      isOneOf('ENABLED', 'ENABLING'),
      'must be ENABLED, where no backup plan selects the file system',
    );
  },
};
