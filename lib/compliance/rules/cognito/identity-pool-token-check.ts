import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { placesOf } from '../cloudformation/places';

export const identityPoolTokenCheck: Rule = {
  id: 'cognito-identity-pool-token-check',
  title: 'identity pools ask whether the user is still there',
  severity: 'error',
  controls: ['164.308(a)(3)(ii)(C)', '164.312(d)'],
  profiles: ['strict'],
  why: 'Without the check, whoever was signed out or disabled gets new credentials until the token runs out.',
  fix: 'set ServerSideTokenCheck to true for each of CognitoIdentityProviders',
  resourceTypes: ['AWS::Cognito::IdentityPool'],
  check(pool) {
    return placesOf(pool, 'CognitoIdentityProviders[].ServerSideTokenCheck').flatMap((check) =>
      requireLiteral(check, isTrue, 'must be true'),
    );
  },
};
