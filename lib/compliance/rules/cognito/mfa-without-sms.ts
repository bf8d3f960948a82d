import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { placesOf } from '../cloudformation/places';

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
    return placesOf(pool, 'EnabledMfas[]').flatMap((factor) =>
      requireLiteral(factor, (name) => !WEAK.includes(name), 'must be no message'),
    );
  },
};
