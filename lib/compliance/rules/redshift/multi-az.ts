import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const multiAz: Rule = {
  id: 'redshift-multi-az',
  title: 'warehouses run in two Availability Zones',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(B)', '164.308(a)(7)(ii)(C)'],
  profiles: ['strict'],
  why: 'Without it a failed zone means a new cluster from a snapshot.',
  fix: 'set MultiAZ to true',
  resourceTypes: ['AWS::Redshift::Cluster'],
  check(cluster) {
    return requireLiteral(cluster.property('MultiAZ'), isTrue, 'must be true');
  },
};
