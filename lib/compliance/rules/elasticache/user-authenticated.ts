import { allowLiteral } from '../../requirement';
import { finding, type Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { isAlwaysSet, isOneOf } from '../cloudformation/certainty';

export const userAuthenticated: Rule = {
  id: 'elasticache-user-authenticated',
  title: 'cache users have a password or an IAM identity',
  severity: 'error',
  controls: ['164.312(d)', '164.312(a)(2)(i)'],
  profiles: ['hipaa'],
  why: 'A user without a password is everybody who reaches the port.',
  fix: 'set AuthenticationMode.Type to iam or password, and NoPasswordRequired to false',
  resourceTypes: ['AWS::ElastiCache::User'],
  check(user) {
    const open = [
      ...allowLiteral(user.property('NoPasswordRequired'), (value) => !isTrue(value), 'must not be true'),
      ...allowLiteral(
        user.property('AuthenticationMode.Type'),
        isOneOf('iam', 'password'),
        'must be iam or password',
      ),
    ];
    if (open.length > 0) return open;
    const says = ['AuthenticationMode.Type', 'Passwords'].some((name) => isAlwaysSet(user.property(name)));
    return says
      ? []
      : [finding('Properties.AuthenticationMode.Type', 'is not set; it must be iam or password')];
  },
};
