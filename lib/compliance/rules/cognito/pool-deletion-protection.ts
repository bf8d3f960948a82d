import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const poolDeletionProtection: Rule = {
  id: 'cognito-pool-deletion-protection',
  title: 'user pools cannot be deleted by mistake',
  severity: 'error',
  controls: ['164.308(a)(7)(ii)(A)', '164.312(a)(2)(i)'],
  profiles: ['strict'],
  why: 'A deleted pool takes every identity with it, and there is no backup of passwords.',
  fix: 'set DeletionProtection to ACTIVE',
  resourceTypes: ['AWS::Cognito::UserPool'],
  check(pool) {
    return requireLiteral(
      pool.property('DeletionProtection'),
      (protection) => protection === 'ACTIVE',
      'must be ACTIVE',
    );
  },
};
