import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const alarmEnabled: Rule = {
  id: 'cloudwatch-alarm-enabled',
  title: 'no alarm has its actions turned off',
  severity: 'warning',
  controls: ['164.308(a)(1)(ii)(D)', '164.308(a)(6)(ii)'],
  profiles: ['hipaa'],
  why: 'An alarm whose actions are off looks like one, and tells nobody.',
  fix: 'leave ActionsEnabled out, or set it to true',
  resourceTypes: ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm'],
  check(alarm) {
    return allowLiteral(alarm.property('ActionsEnabled'), isTrue, 'must be true');
  },
};
