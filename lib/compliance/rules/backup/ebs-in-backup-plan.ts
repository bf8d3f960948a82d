import type { Rule } from '../../rule';
import { requireInBackupPlan } from './selections';

export const ebsInBackupPlan: Rule = {
  id: 'backup-ebs-in-backup-plan',
  title: 'volumes are in a backup plan',
  severity: 'error',
  controls: ['164.308(a)(7)(ii)(A)', '164.310(d)(2)(iv)'],
  profiles: ['hipaa'],
  why: 'A volume makes no snapshot by itself, and a failed one is gone.',
  fix: 'add the volume to an AWS::Backup::BackupSelection, by its ARN or a tag',
  resourceTypes: ['AWS::EC2::Volume'],
  check(volume) {
    return requireInBackupPlan(volume, { service: 'ec2', prefix: 'volume/' });
  },
};
