import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { isAlways, matches } from '../cloudformation/certainty';
import { isClusterMember } from './cluster-member';

export const iamAuthentication: Rule = {
  id: 'rds-iam-authentication',
  title: 'people and services sign in to databases with IAM',
  severity: 'warning',
  controls: ['164.312(d)', '164.312(a)(2)(i)'],
  profiles: ['strict'],
  why: 'A shared password names nobody and lives for ever; an IAM token names who signs in, for 15 minutes.',
  fix: 'set EnableIAMDatabaseAuthentication to true',
  resourceTypes: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  check(database) {
    if (isClusterMember(database)) return 'not-applicable';
    // Source: RDS user guide, "IAM database authentication": MariaDB, MySQL and PostgreSQL
    if (isAlways(database.property('Engine'), matches(/^(?:oracle|sqlserver|custom|db2)/iu)))
      return 'not-applicable';
    return requireLiteral(database.property('EnableIAMDatabaseAuthentication'), isTrue, 'must be true');
  },
};
