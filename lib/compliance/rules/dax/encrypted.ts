import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const encrypted: Rule = {
  id: 'dax-encrypted',
  title: 'DAX clusters encrypt what they cache',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['hipaa'],
  why: 'A DAX cluster keeps items in clear text on its disks unless told otherwise.',
  fix: 'set SSESpecification.SSEEnabled to true; it can be set only when the cluster is made',
  resourceTypes: ['AWS::DAX::Cluster'],
  check(cluster) {
    return requireLiteral(cluster.property('SSESpecification.SSEEnabled'), isTrue, 'must be true');
  },
};
