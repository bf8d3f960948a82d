import { requireLiteral } from '../../requirement';
import { finding, type Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { requireClosed } from './api-ranges';

export const publicCidrs: Rule = {
  id: 'eks-public-cidrs',
  title: 'the API of a cluster does not answer the whole internet',
  severity: 'error',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['hipaa'],
  why: 'Every hole in the API server, and every leaked token, is then open to everybody.',
  fix: 'set EndpointPublicAccess to false, or PublicAccessCidrs to your own networks',
  resourceTypes: ['AWS::EKS::Cluster'],
  check(cluster) {
    const vpc = cluster.property('ResourcesVpcConfig');
    const seen = requireLiteral(vpc.at('EndpointPublicAccess'), (value) => !isTrue(value), 'must be false');
    if (seen.length === 0) return [];
    const ranges = vpc.at('PublicAccessCidrs');
    if (ranges.values.some(({ kind }) => kind === 'absent'))
      return [finding(ranges.path, 'is not set: by default everybody may reach the API')];
    return requireClosed(ranges);
  },
};
