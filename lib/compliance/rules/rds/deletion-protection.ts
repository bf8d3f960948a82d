import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { isClusterMember } from './cluster-member';

export const deletionProtection: Rule = {
  id: 'rds-deletion-protection',
  title: 'databases cannot be deleted by one call',
  severity: 'error',
  controls: ['164.308(a)(7)(ii)(A)', '164.312(c)(1)'],
  profiles: ['hipaa'],
  why: 'A database and its automatic backups go together with one call, or with the stack.',
  fix: 'set DeletionProtection to true',
  resourceTypes: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster', 'AWS::RDS::GlobalCluster'],
  check(database) {
    if (isClusterMember(database)) return 'not-applicable';
    return requireLiteral(database.property('DeletionProtection'), isTrue, 'must be true');
  },
};
