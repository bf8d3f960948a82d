import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const clusterTls: Rule = {
  id: 'msk-cluster-tls',
  title: 'clusters take and pass on records over TLS only',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(e)(2)(ii)'],
  profiles: ['hipaa'],
  why: 'Between client and broker, and from broker to broker, records would cross the network readable.',
  fix: 'set ClientBroker to TLS and InCluster to true in EncryptionInTransit, or leave it out',
  resourceTypes: ['AWS::MSK::Cluster'],
  check(cluster) {
    const transit = cluster.property('EncryptionInfo.EncryptionInTransit');
    return [
      ...allowLiteral(transit.at('ClientBroker'), (value) => value === 'TLS', 'must be TLS'),
      ...allowLiteral(transit.at('InCluster'), isTrue, 'must be true'),
    ];
  },
};
