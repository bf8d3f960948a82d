import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

const MODES: readonly unknown[] = ['ON', 'OPTIONAL'];

export const mfa: Rule = {
  id: 'cognito-mfa',
  title: 'users can sign in with a second factor',
  severity: 'error',
  controls: ['164.312(d)'],
  profiles: ['hipaa'],
  why: 'A password that was guessed or reused is all it takes to be somebody else.',
  fix: "set MfaConfiguration to 'ON' or 'OPTIONAL', in quotes",
  resourceTypes: ['AWS::Cognito::UserPool'],
  check(pool) {
    return requireLiteral(
      pool.property('MfaConfiguration'),
      // YAML reads an ON without quotes as true
      (mode) => MODES.includes(mode) || isTrue(mode),
      'must be ON or OPTIONAL',
    );
  },
};
