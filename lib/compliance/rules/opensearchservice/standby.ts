import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const standby: Rule = {
  id: 'opensearchservice-standby',
  title: 'search domains keep a zone in reserve',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(B)', '164.308(a)(7)(ii)(C)'],
  profiles: ['strict'],
  why: 'Without a standby the other zones take over the load of one that failed, and what they hold of its shards is rebuilt first.',
  fix: 'set ClusterConfig.MultiAZWithStandbyEnabled to true, with three zones and three dedicated primary nodes',
  resourceTypes: ['AWS::OpenSearchService::Domain'],
  check(domain) {
    return requireLiteral(domain.property('ClusterConfig.MultiAZWithStandbyEnabled'), isTrue, 'must be true');
  },
};
