import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { matches } from '../cloudformation/certainty';

export const userPermissions: Rule = {
  id: 'memorydb-user-permissions',
  title: 'users of MemoryDB may do less than everything',
  severity: 'warning',
  controls: ['164.308(a)(4)(ii)(B)', '164.502(b)'],
  profiles: ['strict'],
  why: 'A user who may run every command on every key can read, and drop, the whole database.',
  fix: 'name the commands and the keys in AccessString, e.g. on ~app:* +@read',
  resourceTypes: ['AWS::MemoryDB::User'],
  check(user) {
    return requireLiteral(
      user.property('AccessString'),
      (text) => !matches(/(?:^|\s)(?:\+@all|allcommands)(?:\s|$)/u)(text),
      'must not allow every command',
    );
  },
};
