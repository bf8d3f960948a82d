import type { Rule } from '../../rule';
import { requireSet } from '../cloudformation/set';

export const finalSnapshot: Rule = {
  id: 'elasticache-final-snapshot',
  title: 'a last snapshot is made before a serverless cache is deleted',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(A)', '164.310(d)(2)(iv)'],
  profiles: ['strict'],
  why: 'What a cache holds is gone with it.',
  fix: 'set FinalSnapshotName',
  resourceTypes: ['AWS::ElastiCache::ServerlessCache'],
  check(cache) {
    return requireSet(cache.property('FinalSnapshotName'), 'must name the last snapshot');
  },
};
