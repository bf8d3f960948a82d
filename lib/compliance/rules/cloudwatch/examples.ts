import type { Examples } from '../example';

export const cloudwatchExamples: Examples = {
  'cloudwatch-alarm-actions': {
    bad: `
Errors:
  Type: AWS::CloudWatch::Alarm
  Properties:
    AlarmName: errors
    MetricName: Errors
`,
    good: `
Errors:
  Type: AWS::CloudWatch::Alarm
  Properties:
    AlarmName: errors
    MetricName: Errors
    AlarmActions:
      - arn:aws:sns:us-east-1:111122223333:on-call
`,
  },
  'cloudwatch-alarm-enabled': {
    bad: `
Errors:
  Type: AWS::CloudWatch::Alarm
  Properties:
    AlarmName: errors
    ActionsEnabled: false
`,
    good: `
Errors:
  Type: AWS::CloudWatch::Alarm
  Properties:
    AlarmName: errors
    ActionsEnabled: true
`,
  },
  'cloudwatch-alarm-on-failure': {
    bad: `
Errors:
  Type: AWS::CloudWatch::Alarm
  Properties:
    AlarmName: errors
    OKActions:
      - arn:aws:sns:us-east-1:111122223333:on-call
`,
    good: `
Errors:
  Type: AWS::CloudWatch::Alarm
  Properties:
    AlarmName: errors
    AlarmActions:
      - arn:aws:sns:us-east-1:111122223333:on-call
`,
  },
  'cloudwatch-alarm-on-silence': {
    bad: `
Denied:
  Type: AWS::CloudWatch::Alarm
  Properties:
    AlarmActions: [arn:aws:sns:us-east-1:111122223333:on-call]
`,
    good: `
Denied:
  Type: AWS::CloudWatch::Alarm
  Properties:
    AlarmActions: [arn:aws:sns:us-east-1:111122223333:on-call]
    InsufficientDataActions: [arn:aws:sns:us-east-1:111122223333:on-call]
`,
  },
};
