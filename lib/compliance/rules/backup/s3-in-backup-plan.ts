import type { Rule } from '../../rule';
import { isLogArchive } from '../s3/log-archives';
import { requireInBackupPlan } from './selections';

export const s3InBackupPlan: Rule = {
  id: 'backup-s3-in-backup-plan',
  title: 'buckets are in a backup plan',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(A)'],
  profiles: ['strict'],
  why: 'Versions live and die with their bucket; a backup plan keeps its own copies in a vault.',
  fix: 'add the bucket to an AWS::Backup::BackupSelection, by its ARN or a tag',
  resourceTypes: ['AWS::S3::Bucket'],
  check(bucket) {
    // the record of a trail is locked, and access logs repeat it
    if (isLogArchive(bucket)) return 'not-applicable';
    return requireInBackupPlan(bucket, { service: 's3', prefix: '', name: 'BucketName' });
  },
};
