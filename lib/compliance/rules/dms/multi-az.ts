import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const multiAz: Rule = {
  id: 'dms-multi-az',
  title: 'replication instances have a standby in another Availability Zone',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(C)'],
  profiles: ['strict'],
  why: 'Without a standby a failed zone stops the replication, and its rows are missing where they are needed.',
  fix: 'set MultiAZ to true',
  resourceTypes: ['AWS::DMS::ReplicationInstance'],
  check(instance) {
    return requireLiteral(instance.property('MultiAZ'), isTrue, 'must be true');
  },
};
