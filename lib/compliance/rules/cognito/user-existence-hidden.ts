import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const userExistenceHidden: Rule = {
  id: 'cognito-user-existence-hidden',
  title: 'a failed sign-in does not say who has an account',
  severity: 'error',
  controls: ['164.502(a)', '164.312(a)(1)'],
  profiles: ['strict'],
  why: 'That somebody has an account with a clinic is PHI; the old error messages tell whoever asks.',
  fix: 'set PreventUserExistenceErrors to ENABLED',
  resourceTypes: ['AWS::Cognito::UserPoolClient'],
  check(client) {
    return requireLiteral(
      client.property('PreventUserExistenceErrors'),
      (mode) => mode === 'ENABLED',
      'must be ENABLED',
    );
  },
};
