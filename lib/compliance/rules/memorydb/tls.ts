import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const tls: Rule = {
  id: 'memorydb-tls',
  title: 'clusters of MemoryDB speak TLS',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(e)(2)(ii)'],
  profiles: ['hipaa'],
  why: 'Without TLS keys and values cross the network readable.',
  fix: 'leave TLSEnabled out, or set it to true',
  resourceTypes: ['AWS::MemoryDB::Cluster', 'AWS::MemoryDB::MultiRegionCluster'],
  check(cluster) {
    return allowLiteral(cluster.property('TLSEnabled'), isTrue, 'must not be false');
  },
};
