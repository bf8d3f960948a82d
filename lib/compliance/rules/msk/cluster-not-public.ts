import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const clusterNotPublic: Rule = {
  id: 'msk-cluster-not-public',
  title: 'no cluster is reachable from the internet',
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['hipaa'],
  why: 'A broker with a public address is attacked from the day it starts.',
  fix: 'drop ConnectivityInfo.PublicAccess, or set its Type to DISABLED',
  resourceTypes: ['AWS::MSK::Cluster'],
  check(cluster) {
    return allowLiteral(
      cluster.property('BrokerNodeGroupInfo.ConnectivityInfo.PublicAccess.Type'),
      (type) => type === 'DISABLED',
      'must be DISABLED',
    );
  },
};
