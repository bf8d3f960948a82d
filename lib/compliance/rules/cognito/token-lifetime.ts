import type { Parameter } from '../../parameter';
import { finding, unknown, type Rule } from '../../rule';
import { numberOf, type Value } from '../../template/value';

const MINUTES: Readonly<Record<string, number>> = { seconds: 1 / 60, minutes: 1, hours: 60, days: 1440 };

const minutes: Parameter<number> = {
  name: 'minutes',
  description:
    'longest time an access or id token may work, in minutes; Cognito takes 60 when nothing is said',
  default: 60,
};

export const tokenLifetime: Rule = {
  id: 'cognito-token-lifetime',
  title: 'tokens end within the hour',
  severity: 'error',
  controls: ['164.312(a)(2)(iii)'],
  profiles: ['strict'],
  why: 'A token works for whoever holds it until it ends, whatever becomes of the user.',
  fix: 'lower AccessTokenValidity and IdTokenValidity, and mind TokenValidityUnits',
  resourceTypes: ['AWS::Cognito::UserPoolClient'],
  parameters: [minutes],
  check(client, _template, settings) {
    const longest = settings.of(minutes);
    return ['AccessToken', 'IdToken'].flatMap((token) => {
      const validity = client.property(`${token}Validity`);
      if (!validity.isPresent) return [];
      const units = client.property(`TokenValidityUnits.${token}`).values.map(minutesOf);
      const lives = validity.values.flatMap((value) =>
        units.map((unit) => (value.kind === 'absent' ? 0 : numberIn(value) * unit)),
      );
      if (lives.some((life) => life > longest))
        return [finding(validity.path, `is more than ${longest} minutes`)];
      return lives.some(Number.isNaN) ? [unknown(validity.path, 'cannot be read')] : [];
    });
  },
};

/** Hours when nothing is said. */
function minutesOf(value: Value): number {
  if (value.kind === 'absent') return 60;
  const unit = value.kind === 'literal' && typeof value.value === 'string' ? value.value : '';
  return Object.hasOwn(MINUTES, unit) ? (MINUTES[unit] ?? Number.NaN) : Number.NaN;
}

function numberIn(value: Value): number {
  return value.kind === 'literal' ? numberOf(value.value) : Number.NaN;
}
