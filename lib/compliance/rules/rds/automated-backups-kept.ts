import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { isClusterMember } from './cluster-member';

export const automatedBackupsKept: Rule = {
  id: 'rds-automated-backups-kept',
  title: 'automatic backups outlive their database',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(A)', '164.310(d)(2)(iv)'],
  profiles: ['strict'],
  why: 'Automatic backups go with the database unless told otherwise, and that is when they are needed most.',
  fix: 'set DeleteAutomatedBackups to false',
  resourceTypes: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  check(database) {
    if (isClusterMember(database)) return 'not-applicable';
    return requireLiteral(
      database.property('DeleteAutomatedBackups'),
      (value) => !isTrue(value),
      'must be false',
    );
  },
};
