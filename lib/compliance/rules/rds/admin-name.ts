import type { Rule } from '../../rule';
import { refuseWellKnownName } from './well-known-name';

export const adminName: Rule = {
  id: 'rds-admin-name',
  title: 'the administrator of a database has a name of its own',
  severity: 'warning',
  controls: ['164.312(a)(2)(i)', '164.312(d)'],
  profiles: ['strict'],
  why: 'A name from the documentation is half of what a guesser needs.',
  fix: 'set MasterUsername to a name that nobody would try first',
  resourceTypes: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  check(database) {
    return refuseWellKnownName(database, 'MasterUsername');
  },
};
