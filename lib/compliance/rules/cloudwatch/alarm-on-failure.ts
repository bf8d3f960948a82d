import type { Rule } from '../../rule';
import { requireAny } from '../cloudformation/answer';
import { isGiven } from '../cloudformation/set';
import { surelyHas } from '../cloudformation/members';

export const alarmOnFailure: Rule = {
  id: 'cloudwatch-alarm-on-failure',
  title: 'alarms have an action for the state ALARM',
  severity: 'warning',
  controls: ['164.308(a)(6)(ii)'],
  profiles: ['strict'],
  why: 'An action on recovery alone tells of an incident when it is over.',
  fix: 'set AlarmActions',
  resourceTypes: ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm'],
  check(alarm) {
    const actions = alarm.property('AlarmActions');
    return requireAny(actions.path, [surelyHas(actions, isGiven)], 'must name an action');
  },
};
