import type { Rule } from '../../rule';
import { requireInBackupPlan } from '../backup/selections';

export const inBackupPlan: Rule = {
  id: 'dynamodb-in-backup-plan',
  title: 'tables are in a backup plan',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(A)'],
  profiles: ['strict'],
  why: 'Point-in-time recovery reaches 35 days back and ends with the table; a backup plan keeps copies in a vault.',
  fix: 'add the table to an AWS::Backup::BackupSelection, by its ARN or a tag',
  resourceTypes: ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'],
  check(table) {
    return requireInBackupPlan(table, { service: 'dynamodb', prefix: 'table/', name: 'TableName' });
  },
};
