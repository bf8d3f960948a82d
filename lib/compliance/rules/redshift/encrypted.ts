import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const encrypted: Rule = {
  id: 'redshift-encrypted',
  title: 'warehouses are encrypted',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['hipaa'],
  why: 'A cluster restored from a snapshot is as its snapshot was, and before 2025 clusters were made in clear text.',
  fix: 'set Encrypted to true',
  resourceTypes: ['AWS::Redshift::Cluster'],
  check(cluster) {
    return requireLiteral(cluster.property('Encrypted'), isTrue, 'must be true');
  },
};
