import { allowLiteral } from '../../requirement';
import type { Parameter } from '../../parameter';
import type { Rule } from '../../rule';
import { numberOf } from '../../template/value';

const MOST_HOURS: Parameter<number> = {
  name: 'mostHours',
  description: 'hours that the session of a role may last at most',
  default: 4,
};

export const sessionDuration: Rule = {
  id: 'iam-session-duration',
  title: 'sessions of roles end within hours',
  severity: 'warning',
  controls: ['164.312(a)(2)(iii)', '164.312(d)'],
  profiles: ['hipaa'],
  parameters: [MOST_HOURS],
  why: 'A session that was taken over works until it ends: what ends after half a day was open all night.',
  fix: 'leave MaxSessionDuration at its default of one hour, or set no more seconds than work needs',
  resourceTypes: ['AWS::IAM::Role'],
  check(role, _template, settings) {
    const most = settings.of(MOST_HOURS);
    return allowLiteral(
      role.property('MaxSessionDuration'),
      (value) => numberOf(value) <= most * 3600,
      `must be at most ${most * 3600} seconds`,
    );
  },
};
