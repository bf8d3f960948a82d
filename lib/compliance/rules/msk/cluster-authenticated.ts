import { allowLiteral, requireLiteral } from '../../requirement';
import type { Observation, Rule } from '../../rule';
import type { Property } from '../../template/property';
import { isTrue } from '../../template/value';
import { requireAny } from '../cloudformation/answer';
import { isSet } from '../cloudformation/set';
import { accepts } from '../cloudformation/members';
import { whereThere } from '../cloudformation/where-there';

const WAYS = ['Sasl.Iam.Enabled', 'Sasl.Scram.Enabled', 'Tls.Enabled'];

export const clusterAuthenticated: Rule = {
  id: 'msk-cluster-authenticated',
  title: 'clusters know who connects',
  severity: 'error',
  controls: ['164.312(d)', '164.312(a)(2)(i)'],
  profiles: ['hipaa'],
  why: 'Without authentication everything in the network may read every topic, and no log says who did.',
  fix: 'enable Sasl.Iam, Sasl.Scram or Tls in ClientAuthentication, that of VpcConnectivity too, and set Unauthenticated.Enabled to false',
  resourceTypes: ['AWS::MSK::Cluster', 'AWS::MSK::ServerlessCluster'],
  check(cluster) {
    const authentication = cluster.property('ClientAuthentication');
    if (cluster.type === 'AWS::MSK::ServerlessCluster')
      return requireLiteral(authentication.at('Sasl.Iam.Enabled'), isTrue, 'must be true');
    return [
      ...requireWay(authentication, [isSet(authentication.at('Tls.CertificateAuthorityArnList'))]),
      ...allowLiteral(
        authentication.at('Unauthenticated.Enabled'),
        (value) => !isTrue(value),
        'must not be true',
      ),
      // who comes from another VPC signs in by a setting of its own
      ...whereThere(cluster.property('BrokerNodeGroupInfo.ConnectivityInfo.VpcConnectivity'), (others) =>
        requireWay(others.at('ClientAuthentication')),
      ),
    ];
  },
};

function requireWay(
  authentication: Property,
  others: readonly (boolean | undefined)[] = [],
): readonly Observation[] {
  const answers = WAYS.map((path) =>
    accepts(authentication.at(path), (value) => value === true || value === 'true'),
  );
  return requireAny(authentication.path, [...answers, ...others], `must enable one of ${WAYS.join(', ')}`);
}
