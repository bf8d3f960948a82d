import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const userHome: Rule = {
  id: 'transfer-user-home',
  title: 'users of a file transfer server see their own folder only',
  severity: 'warning',
  controls: ['164.502(b)', '164.312(a)(1)'],
  profiles: ['strict'],
  why: 'With a path the user sees the name of the bucket and of the folders of other partners, and may read them where the role does.',
  fix: 'set HomeDirectoryType to LOGICAL, and HomeDirectoryMappings',
  resourceTypes: ['AWS::Transfer::User'],
  check(user) {
    return requireLiteral(
      user.property('HomeDirectoryType'),
      (type) => type === 'LOGICAL',
      'must be LOGICAL',
    );
  },
};
