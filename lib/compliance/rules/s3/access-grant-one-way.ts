import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const accessGrantOneWay: Rule = {
  id: 's3-access-grant-one-way',
  title: 'access grants give reading or writing, not both',
  severity: 'warning',
  controls: ['164.502(b)', '164.308(a)(4)(ii)(C)', '164.312(c)(1)'],
  profiles: ['strict'],
  why: 'Who works with records seldom replaces them: one stolen session then copies and deletes them all.',
  fix: 'set Permission to READ, and give WRITE in a grant of its own to who brings records in',
  resourceTypes: ['AWS::S3::AccessGrant'],
  check(grant) {
    return allowLiteral(
      grant.property('Permission'),
      (permission) => permission === 'READ' || permission === 'WRITE',
      'must be READ or WRITE',
    );
  },
};
