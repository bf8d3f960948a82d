import type { Parameter } from '../../parameter';
import { allowLiteral, requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue, numberOf } from '../../template/value';
import { placesOf } from '../cloudformation/places';

const CLASSES = ['RequireLowercase', 'RequireNumbers', 'RequireSymbols', 'RequireUppercase'];

/** The second is the older name. Source: Cognito API reference, AdminCreateUserConfigType. */
const TEMPORARY = [
  'Policies.PasswordPolicy.TemporaryPasswordValidityDays',
  'AdminCreateUserConfig.UnusedAccountValidityDays',
];

const minimumLength: Parameter<number> = {
  name: 'minimumLength',
  description: 'fewest characters a policy may ask for; without a policy Cognito asks for 8, of every class',
  default: 8,
};
const days: Parameter<number> = {
  name: 'temporaryPasswordDays',
  description: 'longest time a temporary password may work, in days; Cognito takes 7 when nothing is said',
  default: 7,
};

export const passwordPolicy: Rule = {
  id: 'cognito-password-policy',
  title: 'passwords are long and mixed, and temporary ones end soon',
  severity: 'error',
  controls: ['164.308(a)(5)(ii)(D)'],
  profiles: ['hipaa'],
  why: 'A short password is guessed, and an invitation that lies in a mailbox for months is found.',
  fix: 'leave Policies.PasswordPolicy out, or require length and every class of characters in it',
  resourceTypes: ['AWS::Cognito::UserPool'],
  parameters: [minimumLength, days],
  check(pool, _template, settings) {
    const shortest = settings.of(minimumLength);
    const longest = settings.of(days);
    const policy = 'Policies?.PasswordPolicy?';
    return [
      ...placesOf(pool, `${policy}.MinimumLength`).flatMap((length) =>
        requireLiteral(length, (value) => numberOf(value) >= shortest, `must be at least ${shortest}`),
      ),
      ...placesOf(pool, ...CLASSES.map((name) => `${policy}.${name}`)).flatMap((property) =>
        requireLiteral(property, isTrue, 'must be true'),
      ),
      ...TEMPORARY.flatMap((path) =>
        allowLiteral(
          pool.property(path),
          (value) => numberOf(value) <= longest,
          `must be at most ${longest} days`,
        ),
      ),
    ];
  },
};
