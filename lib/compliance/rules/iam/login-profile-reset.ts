import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const loginProfileReset: Rule = {
  id: 'iam-login-profile-reset',
  title: 'a first password must be changed at the first sign-in',
  severity: 'error',
  controls: ['164.308(a)(5)(ii)(D)', '164.312(d)'],
  profiles: ['hipaa'],
  why: 'A password that somebody else has set is known to two.',
  fix: 'set LoginProfile.PasswordResetRequired to true',
  resourceTypes: ['AWS::IAM::User'],
  check(user) {
    const profile = user.property('LoginProfile');
    if (!profile.isPresent) return 'not-applicable';
    return profile
      .alternatives()
      .filter(({ isPresent }) => isPresent)
      .flatMap((each) => requireLiteral(each.at('PasswordResetRequired'), isTrue, 'must be true'));
  },
};
