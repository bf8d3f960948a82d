import type { Rule } from '../../rule';
import { requireAny } from '../cloudformation/answer';
import { isGiven } from '../cloudformation/set';
import { surelyHas } from '../cloudformation/members';

const ACTIONS = ['AlarmActions', 'InsufficientDataActions', 'OKActions'];

export const alarmActions: Rule = {
  id: 'cloudwatch-alarm-actions',
  title: 'alarms tell somebody',
  severity: 'warning',
  controls: ['164.308(a)(1)(ii)(D)', '164.308(a)(6)(ii)'],
  profiles: ['hipaa'],
  why: 'An alarm without an action rings where nobody is.',
  fix: 'set AlarmActions',
  resourceTypes: ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm'],
  check(alarm) {
    return requireAny(
      'Properties.AlarmActions',
      ACTIONS.map((name) => surelyHas(alarm.property(name), isGiven)),
      'must name an action',
    );
  },
};
