import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue, numberOf } from '../../template/value';
import { clusterConfig } from './cluster-config';

const LEAST = 3;

export const dataNodes: Rule = {
  id: 'opensearchservice-data-nodes',
  title: 'search domains have three data nodes in several Availability Zones',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(B)', '164.308(a)(7)(ii)(C)'],
  profiles: ['strict'],
  why: 'With fewer nodes or one zone a failure takes the only copy of a shard with it.',
  fix: 'set ZoneAwarenessEnabled to true and InstanceCount to 3 or more',
  resourceTypes: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  check(domain) {
    const nodes = clusterConfig(domain);
    return [
      ...requireLiteral(nodes.at('ZoneAwarenessEnabled'), isTrue, 'must be true'),
      ...requireLiteral(
        nodes.at('InstanceCount'),
        (count) => numberOf(count) >= LEAST,
        `must be at least ${LEAST}`,
      ),
    ];
  },
};
