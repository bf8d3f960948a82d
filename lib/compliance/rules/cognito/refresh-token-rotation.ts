import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const refreshTokenRotation: Rule = {
  id: 'cognito-refresh-token-rotation',
  title: 'a refresh token is used once',
  severity: 'error',
  controls: ['164.312(d)'],
  profiles: ['strict'],
  why: 'A refresh token that was copied works beside the one of its owner, unseen, for weeks.',
  fix: 'set RefreshTokenRotation.Feature to ENABLED',
  resourceTypes: ['AWS::Cognito::UserPoolClient'],
  check(client) {
    return requireLiteral(
      client.property('RefreshTokenRotation.Feature'),
      (feature) => feature === 'ENABLED',
      'must be ENABLED',
    );
  },
};
