import type { Parameter } from '../../parameter';
import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { numberOf } from '../../template/value';

const seconds: Parameter<number> = {
  name: 'seconds',
  description: 'longest session of a machine outside of AWS, in seconds',
  default: 3600,
};

export const profileSession: Rule = {
  id: 'rolesanywhere-profile-session',
  title: 'sessions of machines outside of AWS end after an hour',
  severity: 'error',
  controls: ['164.312(a)(2)(iii)', '164.312(d)'],
  profiles: ['hipaa'],
  parameters: [seconds],
  why: 'Credentials that were stolen from the machine work until the session ends, though its certificate was revoked.',
  fix: 'leave DurationSeconds at 3600, or set less',
  resourceTypes: ['AWS::RolesAnywhere::Profile'],
  check(profile, _template, settings) {
    const most = settings.of(seconds);
    return allowLiteral(
      profile.property('DurationSeconds'),
      (value) => numberOf(value) <= most,
      `must be at most ${most}`,
    );
  },
};
