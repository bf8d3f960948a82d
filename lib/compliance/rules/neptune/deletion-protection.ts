import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const deletionProtection: Rule = {
  id: 'neptune-deletion-protection',
  title: 'clusters and graphs of Neptune cannot be deleted by one call',
  severity: 'error',
  controls: ['164.308(a)(7)(ii)(A)', '164.312(c)(1)'],
  profiles: ['hipaa'],
  why: 'A cluster and its automatic backups go together with one call, or with the stack.',
  fix: 'set DeletionProtection to true',
  resourceTypes: ['AWS::Neptune::DBCluster', 'AWS::NeptuneGraph::Graph'],
  check(store) {
    return requireLiteral(store.property('DeletionProtection'), isTrue, 'must be true');
  },
};
