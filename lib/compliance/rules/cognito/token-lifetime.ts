import type { Parameter } from '../../parameter';
import type { Rule } from '../../rule';
import { judgeToken } from './token-life';

const minutes: Parameter<number> = {
  name: 'minutes',
  description:
    'longest time an access or id token may work, in minutes; Cognito takes 60 when nothing is said',
  default: 60,
};

const refreshDays: Parameter<number> = {
  name: 'refreshDays',
  description: 'longest time a refresh token may work, in days; Cognito takes 30 when nothing is said',
  default: 30,
};

export const tokenLifetime: Rule = {
  id: 'cognito-token-lifetime',
  title: 'tokens end within the hour, and refresh tokens within the month',
  severity: 'error',
  controls: ['164.312(a)(2)(iii)'],
  profiles: ['strict'],
  why: 'A token works for whoever holds it until it ends, whatever becomes of the user.',
  fix: 'lower AccessTokenValidity, IdTokenValidity and RefreshTokenValidity, and mind TokenValidityUnits',
  resourceTypes: ['AWS::Cognito::UserPoolClient'],
  parameters: [minutes, refreshDays],
  check(client, _template, settings) {
    const hour = settings.of(minutes);
    return [
      ...judgeToken(client, 'AccessToken', { unit: 60, longest: hour }),
      ...judgeToken(client, 'IdToken', { unit: 60, longest: hour }),
      ...judgeToken(client, 'RefreshToken', { unit: 1440, longest: settings.of(refreshDays) * 1440 }),
    ];
  },
};
