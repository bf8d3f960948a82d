import { allowLiteral, requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue, numberOf } from '../../template/value';
import { BACKUP_DAYS } from '../rds/backup-days';
import { settingsOf } from './replicas';

export const pointInTimeRecovery: Rule = {
  id: 'dynamodb-point-in-time-recovery',
  title: 'tables can be restored to any second of the last days',
  severity: 'error',
  controls: ['164.308(a)(7)(ii)(A)', '164.312(c)(1)'],
  profiles: ['hipaa'],
  parameters: [BACKUP_DAYS],
  why: 'DynamoDB makes no backup by itself: a wrong write or delete is for ever.',
  fix: 'set PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled to true, in each replica of a global table',
  resourceTypes: ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'],
  check(table, _template, settings) {
    return settingsOf(table).flatMap((replica) => {
      const recovery = replica.at('PointInTimeRecoverySpecification');
      const days = settings.of(BACKUP_DAYS);
      return [
        ...requireLiteral(recovery.at('PointInTimeRecoveryEnabled'), isTrue, 'must be true'),
        // what is not set reaches 35 days back
        ...allowLiteral(
          recovery.at('RecoveryPeriodInDays'),
          (value) => numberOf(value) >= days,
          `must be at least ${days} days`,
        ),
      ];
    });
  },
};
