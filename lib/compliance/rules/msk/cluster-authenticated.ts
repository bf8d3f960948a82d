import { allowLiteral, requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { requireAny } from '../cloudformation/answer';
import { isSet } from '../cloudformation/set';
import { accepts } from '../cloudformation/members';

const WAYS = ['Sasl.Iam.Enabled', 'Sasl.Scram.Enabled', 'Tls.Enabled'];

export const clusterAuthenticated: Rule = {
  id: 'msk-cluster-authenticated',
  title: 'clusters know who connects',
  severity: 'error',
  controls: ['164.312(d)', '164.312(a)(2)(i)'],
  profiles: ['hipaa'],
  why: 'Without authentication everything in the network may read every topic, and no log says who did.',
  fix: 'enable Sasl.Iam, Sasl.Scram or Tls in ClientAuthentication, and set Unauthenticated.Enabled to false',
  resourceTypes: ['AWS::MSK::Cluster', 'AWS::MSK::ServerlessCluster'],
  check(cluster) {
    const authentication = cluster.property('ClientAuthentication');
    const isOn = (path: string) =>
      accepts(authentication.at(path), (value) => value === true || value === 'true');
    if (cluster.type === 'AWS::MSK::ServerlessCluster')
      return requireLiteral(authentication.at('Sasl.Iam.Enabled'), isTrue, 'must be true');
    return [
      ...requireAny(
        authentication.path,
        [...WAYS.map(isOn), isSet(authentication.at('Tls.CertificateAuthorityArnList'))],
        `must enable one of ${WAYS.join(', ')}`,
      ),
      ...allowLiteral(
        authentication.at('Unauthenticated.Enabled'),
        (value) => !isTrue(value),
        'must not be true',
      ),
    ];
  },
};
