import { allowLiteral, requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue, numberOf } from '../../template/value';
import { clusterConfig } from './cluster-config';

const LEAST = 3;

export const primaryNodes: Rule = {
  id: 'opensearchservice-primary-nodes',
  title: 'search domains have three dedicated primary nodes',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(B)', '164.308(a)(7)(ii)(C)'],
  profiles: ['strict'],
  why: 'With fewer than three a lost primary node leaves a domain that cannot agree with itself.',
  fix: 'set DedicatedMasterEnabled to true, and leave DedicatedMasterCount at 3 or more',
  resourceTypes: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  check(domain) {
    const nodes = clusterConfig(domain);
    return [
      ...requireLiteral(nodes.at('DedicatedMasterEnabled'), isTrue, 'must be true'),
      // what is not set is three
      ...allowLiteral(
        nodes.at('DedicatedMasterCount'),
        (count) => numberOf(count) >= LEAST,
        `must be at least ${LEAST}`,
      ),
    ];
  },
};
