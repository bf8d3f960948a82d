import { requireValue } from '../../requirement';
import type { Rule } from '../../rule';
import { isOneOf } from '../cloudformation/certainty';

export const accessList: Rule = {
  id: 'memorydb-access-list',
  title: 'clusters of MemoryDB ask who is there',
  severity: 'error',
  controls: ['164.312(a)(1)', '164.312(d)'],
  profiles: ['hipaa'],
  why: 'The list open-access lets whoever reaches the port read and write everything, without a password.',
  fix: 'set ACLName to an AWS::MemoryDB::ACL with users of its own',
  resourceTypes: ['AWS::MemoryDB::Cluster'],
  check(cluster) {
    return requireValue(
      cluster.property('ACLName'),
      (value) =>
        value.kind === 'reference' || value.kind === 'text'
          ? true
          : !isOneOf('open-access')(value.kind === 'literal' ? value.value : ''),
      'must not be open-access',
    );
  },
};
