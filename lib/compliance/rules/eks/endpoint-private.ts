import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { requireClosed } from './api-ranges';

export const endpointPrivate: Rule = {
  id: 'eks-endpoint-private',
  title: 'the API of a cluster is reached from its VPC only',
  severity: 'warning',
  controls: ['164.312(e)(1)'],
  profiles: ['strict'],
  why: 'A public endpoint is guarded by passwords and ranges, a private one by the network.',
  fix: 'set EndpointPublicAccess to false and EndpointPrivateAccess to true; leave no open range in PublicAccessCidrs',
  resourceTypes: ['AWS::EKS::Cluster'],
  check(cluster) {
    const vpc = cluster.property('ResourcesVpcConfig');
    return [
      ...requireLiteral(vpc.at('EndpointPublicAccess'), (value) => !isTrue(value), 'must be false'),
      ...requireLiteral(vpc.at('EndpointPrivateAccess'), isTrue, 'must be true'),
      // they count as soon as somebody turns the public endpoint on
      ...requireClosed(vpc.at('PublicAccessCidrs')),
    ];
  },
};
