import { allowLiteral } from '../../requirement';
import type { Parameter } from '../../parameter';
import type { Rule } from '../../rule';
import type { Json } from '../../template/json';
import { numberOf } from '../../template/value';

const HOUR = 3600;
const MOST_HOURS: Parameter<number> = {
  name: 'mostHours',
  description: 'hours that the session of a role or permission set may last at most',
  default: 4,
};

export const sessionDuration: Rule = {
  id: 'iam-session-duration',
  title: 'sessions of roles and permission sets end within hours',
  severity: 'warning',
  controls: ['164.312(a)(2)(iii)', '164.312(d)'],
  profiles: ['strict'],
  parameters: [MOST_HOURS],
  why: 'A session that was taken over works until it ends: what ends after half a day was open all night.',
  fix: 'leave MaxSessionDuration (SessionDuration) at its default of one hour, or set no more than work needs',
  resourceTypes: ['AWS::IAM::Role', 'AWS::SSO::PermissionSet'],
  check(resource, _template, settings) {
    const most = settings.of(MOST_HOURS) * HOUR;
    const isPermissionSet = resource.type === 'AWS::SSO::PermissionSet';
    return allowLiteral(
      resource.property(isPermissionSet ? 'SessionDuration' : 'MaxSessionDuration'),
      (value) => (isPermissionSet ? secondsOf(value) : numberOf(value)) <= most,
      `must be at most ${most} seconds`,
    );
  },
};

/** ISO 8601, as IAM Identity Center takes it: `PT1H`, `PT90M`. NaN when it is something else. */
function secondsOf(value: Json): number {
  const parts = /^PT(?:(?<hours>\d{1,4})H)?(?:(?<minutes>\d{1,4})M)?(?:(?<seconds>\d{1,5})S)?$/u.exec(
    typeof value === 'string' ? value : '',
  );
  const part = (name: string) => Number(parts?.groups?.[name] ?? 0);
  return parts ? part('hours') * HOUR + part('minutes') * 60 + part('seconds') : Number.NaN;
}
