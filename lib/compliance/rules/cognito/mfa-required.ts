import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const mfaRequired: Rule = {
  id: 'cognito-mfa-required',
  title: 'every user signs in with a second factor',
  severity: 'error',
  controls: ['164.312(d)'],
  profiles: ['hipaa-nprm-2025'],
  proposed: ['NPRM 164.312(f)(2)'],
  why: 'A factor that users may leave out is left out by those whose passwords are weakest.',
  fix: "set MfaConfiguration to 'ON', in quotes",
  resourceTypes: ['AWS::Cognito::UserPool'],
  check(pool) {
    return requireLiteral(
      pool.property('MfaConfiguration'),
      // YAML reads an ON without quotes as true
      (mode) => mode === 'ON' || isTrue(mode),
      'must be ON',
    );
  },
};
