import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const pointInTimeRecovery: Rule = {
  id: 'cassandra-point-in-time-recovery',
  title: 'tables of Keyspaces can be restored to any second',
  severity: 'error',
  controls: ['164.308(a)(7)(ii)(A)', '164.312(c)(1)'],
  profiles: ['hipaa'],
  why: 'Keyspaces makes no backup by itself: a wrong delete is for ever.',
  fix: 'set PointInTimeRecoveryEnabled to true',
  resourceTypes: ['AWS::Cassandra::Table'],
  check(table) {
    return requireLiteral(table.property('PointInTimeRecoveryEnabled'), isTrue, 'must be true');
  },
};
