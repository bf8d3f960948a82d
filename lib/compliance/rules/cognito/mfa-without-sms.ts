import { requireLiteral } from '../../requirement';
import { unknown, type Observation, type Rule } from '../../rule';
import type { Resource } from '../../template/resource';
import { placesOf } from '../cloudformation/places';
import { requireSet } from '../cloudformation/set';

const WEAK: readonly unknown[] = ['SMS_MFA', 'EMAIL_OTP'];

export const mfaWithoutSms: Rule = {
  id: 'cognito-mfa-without-sms',
  title: 'second factors come from an app or a key, not by text message or e-mail',
  severity: 'warning',
  controls: ['164.312(d)'],
  profiles: ['strict'],
  why: 'A telephone number can be moved to another card, and a mailbox opens with the same password.',
  fix: 'list SOFTWARE_TOKEN_MFA alone in EnabledMfas',
  resourceTypes: ['AWS::Cognito::UserPool'],
  check(pool) {
    return [
      ...namesFactors(pool),
      ...placesOf(pool, 'EnabledMfas[]').flatMap((factor) =>
        requireLiteral(factor, (name) => !WEAK.includes(name), 'must be no message'),
      ),
    ];
  },
};

/** Where a second factor is asked for and none is named, Cognito sends text messages. */
function namesFactors(pool: Resource): readonly Observation[] {
  const modes = pool.property('MfaConfiguration').values.filter(({ kind }) => kind !== 'absent');
  const written = modes.flatMap((mode) => (mode.kind === 'literal' ? [mode.value] : []));
  const isOn = written.some((mode) => mode !== 'OFF' && mode !== false);
  if (!isOn && written.length === modes.length) return [];
  const observations = requireSet(pool.property('EnabledMfas'), 'must list the factors');
  return isOn ? observations : observations.map(({ property, message }) => unknown(property, message));
}
