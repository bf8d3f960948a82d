import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const adminCreatesUsers: Rule = {
  id: 'cognito-admin-creates-users',
  title: 'nobody makes an account for himself',
  severity: 'error',
  controls: ['164.308(a)(4)(ii)(C)', '164.308(a)(3)(ii)(A)'],
  profiles: ['strict'],
  why: 'Whoever signs himself up is somebody nobody has authorized.',
  fix: 'set AdminCreateUserConfig.AllowAdminCreateUserOnly to true',
  resourceTypes: ['AWS::Cognito::UserPool'],
  check(pool) {
    return requireLiteral(
      pool.property('AdminCreateUserConfig.AllowAdminCreateUserOnly'),
      isTrue,
      'must be true',
    );
  },
};
