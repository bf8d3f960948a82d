import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { numberOf } from '../../template/value';
import { isClusterMember } from './cluster-member';

export const backupsEnabled: Rule = {
  id: 'rds-backups-enabled',
  title: 'automatic backups of databases are not turned off',
  severity: 'error',
  controls: ['164.308(a)(7)(ii)(A)', '164.310(d)(2)(iv)'],
  profiles: ['hipaa'],
  why: 'Without backups there is no retrievable exact copy of the PHI in the database.',
  fix: 'set BackupRetentionPeriod to more than 0, or leave it out for one day',
  resourceTypes: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  check(database) {
    if (isClusterMember(database)) return 'not-applicable';
    return allowLiteral(
      database.property('BackupRetentionPeriod'),
      (days) => numberOf(days) > 0,
      'must be more than 0 days',
    );
  },
};
