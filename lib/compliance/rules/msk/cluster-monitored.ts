import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const clusterMonitored: Rule = {
  id: 'msk-cluster-monitored',
  title: 'clusters report metrics for each broker',
  severity: 'warning',
  controls: ['164.308(a)(1)(ii)(D)'],
  profiles: ['strict'],
  why: 'The default shows only the cluster as a whole: a broker that is drained or scanned does not show.',
  fix: 'set EnhancedMonitoring to PER_BROKER or finer',
  resourceTypes: ['AWS::MSK::Cluster'],
  check(cluster) {
    return requireLiteral(
      cluster.property('EnhancedMonitoring'),
      (level) => typeof level === 'string' && level.startsWith('PER_'),
      'must be PER_BROKER or finer',
    );
  },
};
