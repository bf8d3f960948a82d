import { alarmOnSilence } from '../../../lib/compliance/rules/cloudwatch/alarm-on-silence';
import { alarmActions } from '../../../lib/compliance/rules/cloudwatch/alarm-actions';
import { alarmEnabled } from '../../../lib/compliance/rules/cloudwatch/alarm-enabled';
import { alarmOnFailure } from '../../../lib/compliance/rules/cloudwatch/alarm-on-failure';
import { casesOf, either, NOTHING, OPEN, ref, resource, seen, subject } from '../../support/judge-template';

const ALARM = 'AWS::CloudWatch::Alarm';
const ON_CALL = 'arn:aws:sns:us-east-1:111122223333:on-call';

export const cloudwatchCases = [
  casesOf(alarmActions, {
    'an action is compliant': subject(ALARM, { AlarmActions: [ON_CALL] }),
    'a topic of the stack is compliant': subject(
      ALARM,
      { OKActions: [ref('Topic')] },
      { Topic: resource('AWS::SNS::Topic') },
    ),
    'no action is a finding': seen(subject(ALARM), 'Properties.AlarmActions'),
    'an empty list is a finding': subject(ALARM, { AlarmActions: [] }),
    'an action in one branch is a finding': subject(ALARM, { AlarmActions: [either(ON_CALL, NOTHING)] }),
    'an action left to a parameter is compliant': subject(ALARM, { AlarmActions: [OPEN] }),
    'actions left to a parameter is unknown': subject(ALARM, { AlarmActions: OPEN }),
  }),
  casesOf(alarmEnabled, {
    'nothing said is compliant': subject(ALARM),
    'actions turned off is a finding': seen(
      subject(ALARM, { ActionsEnabled: false }),
      'Properties.ActionsEnabled',
    ),
    'actions left to a parameter is unknown': subject(ALARM, { ActionsEnabled: OPEN }),
  }),
  casesOf(alarmOnFailure, {
    'an action on failure is compliant': subject(ALARM, { AlarmActions: [ON_CALL] }),
    'an action on recovery only is a finding': seen(
      subject(ALARM, { OKActions: [ON_CALL] }),
      'Properties.AlarmActions',
    ),
    'an action left to a parameter is unknown': subject(ALARM, { AlarmActions: OPEN }),
  }),
  casesOf(alarmOnSilence, {
    'an action on silence is compliant': subject(ALARM, { InsufficientDataActions: [ON_CALL] }),
    'silence as failure is compliant': subject(ALARM, { TreatMissingData: 'breaching' }),
    'an action on failure only is a finding': seen(
      subject(ALARM, { AlarmActions: [ON_CALL] }),
      'Properties.InsufficientDataActions',
    ),
    'silence as health is a finding': subject(ALARM, { TreatMissingData: 'notBreaching' }),
    'a composite alarm without is a finding': subject('AWS::CloudWatch::CompositeAlarm'),
    'an action left to a parameter is unknown': subject(ALARM, { InsufficientDataActions: OPEN }),
  }),
];
