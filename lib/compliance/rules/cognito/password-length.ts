import type { Parameter } from '../../parameter';
import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { numberOf } from '../../template/value';

const characters: Parameter<number> = {
  name: 'characters',
  description: 'fewest characters of a password',
  default: 14,
};

export const passwordLength: Rule = {
  id: 'cognito-password-length',
  title: 'passwords are as long as those of IAM users should be',
  severity: 'warning',
  controls: ['164.308(a)(5)(ii)(D)'],
  profiles: ['strict'],
  why: 'Cognito is content with 8 characters, which a graphics card tries out in hours once the hashes are known.',
  fix: 'set Policies.PasswordPolicy.MinimumLength',
  resourceTypes: ['AWS::Cognito::UserPool'],
  parameters: [characters],
  check(pool, _template, settings) {
    const fewest = settings.of(characters);
    return requireLiteral(
      pool.property('Policies.PasswordPolicy.MinimumLength'),
      (length) => numberOf(length) >= fewest,
      `must be at least ${fewest}`,
    );
  },
};
