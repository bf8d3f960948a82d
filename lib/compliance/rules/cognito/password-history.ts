import type { Parameter } from '../../parameter';
import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { numberOf } from '../../template/value';

const passwords: Parameter<number> = {
  name: 'passwords',
  description: 'how many old passwords are remembered at least; Cognito takes up to 24',
  default: 5,
};

export const passwordHistory: Rule = {
  id: 'cognito-password-history',
  title: 'old passwords do not come back',
  severity: 'warning',
  controls: ['164.308(a)(5)(ii)(D)'],
  profiles: ['strict'],
  why: 'Whoever must change a stolen password changes it back.',
  fix: 'set Policies.PasswordPolicy.PasswordHistorySize',
  resourceTypes: ['AWS::Cognito::UserPool'],
  parameters: [passwords],
  check(pool, _template, settings) {
    const fewest = settings.of(passwords);
    return requireLiteral(
      pool.property('Policies.PasswordPolicy.PasswordHistorySize'),
      (size) => numberOf(size) >= fewest,
      `must be at least ${fewest}`,
    );
  },
};
