import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const identityPoolNoGuests: Rule = {
  id: 'cognito-identity-pool-no-guests',
  title: 'identity pools give no credentials to guests',
  severity: 'error',
  controls: ['164.312(d)', '164.312(a)(2)(i)'],
  profiles: ['hipaa'],
  why: 'Anybody on the internet gets AWS credentials from such a pool, and nobody can say who used them.',
  fix: 'set AllowUnauthenticatedIdentities to false',
  resourceTypes: ['AWS::Cognito::IdentityPool'],
  check(pool) {
    return allowLiteral(
      pool.property('AllowUnauthenticatedIdentities'),
      (guests) => !isTrue(guests),
      'must be false',
    );
  },
};
