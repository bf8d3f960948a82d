import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const multiAz: Rule = {
  id: 'elasticache-multi-az',
  title: 'replication groups fail over to another Availability Zone',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(B)', '164.308(a)(7)(ii)(C)'],
  profiles: ['strict'],
  why: 'Without a failover a failed zone means an empty cache.',
  fix: 'set AutomaticFailoverEnabled and MultiAZEnabled to true',
  resourceTypes: ['AWS::ElastiCache::ReplicationGroup'],
  check(group) {
    return ['AutomaticFailoverEnabled', 'MultiAZEnabled'].flatMap((name) =>
      requireLiteral(group.property(name), isTrue, 'must be true'),
    );
  },
};
