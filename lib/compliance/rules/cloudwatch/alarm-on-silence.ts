import type { Rule } from '../../rule';
import { requireAny } from '../cloudformation/answer';
import { accepts, surelyHas } from '../cloudformation/members';
import { isGiven } from '../cloudformation/set';

export const alarmOnSilence: Rule = {
  id: 'cloudwatch-alarm-on-silence',
  title: 'alarms tell when nothing is measured any more',
  severity: 'warning',
  controls: ['164.308(a)(1)(ii)(D)', '164.308(a)(6)(ii)'],
  profiles: ['strict'],
  why: 'Who stops what measures stops the alarm too, and nobody hears of either.',
  fix: 'set InsufficientDataActions, or TreatMissingData to breaching',
  resourceTypes: ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm'],
  check(alarm) {
    const actions = alarm.property('InsufficientDataActions');
    return requireAny(
      actions.path,
      [
        surelyHas(actions, isGiven),
        accepts(alarm.property('TreatMissingData'), (value) => value === 'breaching'),
      ],
      'must name an action',
    );
  },
};
