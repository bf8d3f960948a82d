import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const deletionProtection: Rule = {
  id: 'eks-deletion-protection',
  title: 'clusters are not deleted by mistake',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(C)'],
  profiles: ['strict'],
  why: 'With a cluster go all programs on it and whatever they keep there.',
  fix: 'set DeletionProtection to true',
  resourceTypes: ['AWS::EKS::Cluster'],
  check(cluster) {
    return requireLiteral(cluster.property('DeletionProtection'), isTrue, 'must be true');
  },
};
