import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { numberOf } from '../../template/value';
import { isAlways, isOneOf } from '../cloudformation/certainty';

export const auroraBacktrack: Rule = {
  id: 'rds-aurora-backtrack',
  title: 'clusters of Aurora MySQL can be wound back',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(B)', '164.312(c)(1)'],
  profiles: ['strict'],
  why: 'Backtracking undoes a wrong statement within minutes; a restore takes hours and a second cluster.',
  fix: 'set BacktrackWindow to the seconds a cluster can be wound back, at most 259200',
  resourceTypes: ['AWS::RDS::DBCluster'],
  check(cluster) {
    if (!isAlways(cluster.property('Engine'), isOneOf('aurora', 'aurora-mysql'))) {
      const mayBe = cluster
        .property('Engine')
        .values.some((value) => value.kind !== 'literal' || isOneOf('aurora', 'aurora-mysql')(value.value));
      if (!mayBe) return 'not-applicable';
    }
    return requireLiteral(
      cluster.property('BacktrackWindow'),
      (seconds) => numberOf(seconds) > 0,
      'must be more than 0 seconds',
    );
  },
};
