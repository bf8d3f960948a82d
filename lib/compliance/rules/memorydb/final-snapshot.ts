import type { Rule } from '../../rule';
import { requireSet } from '../cloudformation/set';

export const finalSnapshot: Rule = {
  id: 'memorydb-final-snapshot',
  title: 'a last snapshot is made before a MemoryDB cluster is deleted',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(A)', '164.310(d)(2)(iv)'],
  profiles: ['strict'],
  why: 'What a cluster holds is gone with it.',
  fix: 'set FinalSnapshotName',
  resourceTypes: ['AWS::MemoryDB::Cluster'],
  check(cluster) {
    return requireSet(cluster.property('FinalSnapshotName'), 'must name the last snapshot');
  },
};
