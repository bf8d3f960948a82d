import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const tokenRevocation: Rule = {
  id: 'cognito-token-revocation',
  title: 'tokens can be revoked',
  severity: 'error',
  controls: ['164.308(a)(3)(ii)(C)'],
  profiles: ['hipaa'],
  why: 'Who has left, or lost a telephone, goes on getting new tokens for as long as the refresh token lasts.',
  fix: 'set EnableTokenRevocation to true, or leave it out',
  resourceTypes: ['AWS::Cognito::UserPoolClient'],
  check(client) {
    return allowLiteral(client.property('EnableTokenRevocation'), isTrue, 'must not be false');
  },
};
