import { aws_logs as logs, aws_sns as sns } from 'aws-cdk-lib';
import { TamperAudit } from '../../lib/audit/tamper-audit';
import { text } from '../encryption/policy-evaluator';
import { matches } from '../support/filter-pattern';
import { at, list, resourcesOf, synthesize, testStack, type Json } from '../support/synthesize';

const TOPIC = 'arn:aws:sns:us-east-1:111122223333:told';

const stack = testStack();
new TamperAudit(stack, 'Tampering', {
  trailLogGroup: logs.LogGroup.fromLogGroupName(stack, 'Trail', 'invented-trail'),
  alarmTopic: sns.Topic.fromTopicArn(stack, 'Told', TOPIC),
});
const template = synthesize(stack);
const alarms = resourcesOf(template, 'AWS::CloudWatch::Alarm').map(({ Properties }) => Properties);
const filters = resourcesOf(template, 'AWS::Logs::MetricFilter').map(({ Properties }) => ({
  pattern: text(Properties['FilterPattern']),
  metric: text(at(Properties['MetricTransformations'], 0, 'MetricName')),
}));

/** What is told of a line of the trail. */
function toldOf(line: Json): readonly string[] {
  return filters
    .filter(({ pattern }) => matches(pattern, line))
    .map(({ metric }) =>
      text(alarms.find(({ MetricName }) => MetricName === metric)?.['AlarmDescription']).replace(
        'Test/Tampering: ',
        '',
      ),
    );
}

/** A line of the trail as CloudTrail writes it. */
function call(service: string, eventName: string, changes: Readonly<Record<string, Json>> = {}): Json {
  return {
    eventVersion: '1.11',
    eventSource: `${service}.amazonaws.com`,
    eventName,
    eventType: 'AwsApiCall',
    eventCategory: 'Management',
    userIdentity: { type: 'AssumedRole', accountId: '111122223333' },
    ...changes,
  };
}

const TRAIL = 'somebody stopped, deleted or changed a trail';
const BUCKET = 'somebody changed what protects a bucket';
const RETENTION = 'somebody shortened a lock of an object, or went past it';
const LOGS = 'somebody deleted a log, a metric of one, or shortened how long it is kept';
const ALARMS = 'somebody silenced alarms';
const MODELS = 'somebody changed the log of model invocations, a guardrail or the data retention of Bedrock';
const ROOT = 'the root user of the account was used';
const ENDPOINT = 'a VPC endpoint refused calls';

test.each([
  ['cloudtrail', 'StopLogging', TRAIL],
  ['cloudtrail', 'DeleteTrail', TRAIL],
  ['cloudtrail', 'UpdateTrail', TRAIL],
  ['cloudtrail', 'PutEventSelectors', TRAIL],
  ['cloudtrail', 'PutInsightSelectors', TRAIL],
  ['s3', 'DeleteBucketPolicy', BUCKET],
  ['s3', 'PutBucketPolicy', BUCKET],
  ['s3', 'PutBucketLifecycle', BUCKET],
  ['s3', 'PutBucketObjectLockConfiguration', BUCKET],
  ['s3', 'PutBucketVersioning', BUCKET],
  ['s3', 'PutObjectRetention', RETENTION],
  ['s3', 'PutObjectLegalHold', RETENTION],
  ['logs', 'DeleteLogGroup', LOGS],
  ['logs', 'DeleteMetricFilter', LOGS],
  ['logs', 'PutRetentionPolicy', LOGS],
  ['monitoring', 'DeleteAlarms', ALARMS],
  ['monitoring', 'DisableAlarmActions', ALARMS],
  ['monitoring', 'SetAlarmState', ALARMS],
  ['bedrock', 'DeleteModelInvocationLoggingConfiguration', MODELS],
  ['bedrock', 'PutAccountDataRetention', MODELS],
  ['bedrock', 'UpdateGuardrail', MODELS],
])('%s %s is told', (service, eventName, meaning) => {
  expect(toldOf(call(service, eventName))).toEqual([meaning]);
  expect(toldOf(call(service, eventName, { errorCode: 'AccessDenied' }))).toEqual([meaning]);
});

test('a delete past the governance of a lock is told, and an ordinary one is not', () => {
  const bypass = { requestParameters: { 'x-amz-bypass-governance-retention': 'true' } };
  expect(toldOf(call('s3', 'DeleteObject', bypass))).toEqual([RETENTION]);
  expect(toldOf(call('s3', 'DeleteObject', { requestParameters: {} }))).toEqual([]);
});

test('the root user is told of, but not what AWS does in its name', () => {
  const root = { type: 'Root', accountId: '111122223333' };
  expect(toldOf(call('iam', 'CreateUser', { userIdentity: root }))).toEqual([ROOT]);
  expect(
    toldOf(call('iam', 'CreateUser', { userIdentity: { ...root, invokedBy: 'support.amazonaws.com' } })),
  ).toEqual([]);
  expect(toldOf(call('iam', 'CreateUser', { userIdentity: root, eventType: 'AwsServiceEvent' }))).toEqual([]);
});

test('a call that an endpoint refused is told, and one that a service refused is not', () => {
  const refused = { eventCategory: 'NetworkActivity', errorCode: 'VpceAccessDenied' };
  expect(toldOf(call('kms', 'Decrypt', refused))).toEqual([ENDPOINT]);
  expect(toldOf(call('kms', 'Decrypt', { errorCode: 'AccessDenied' }))).toEqual([]);
});

test.each([
  ['cloudtrail', 'LookupEvents'],
  ['s3', 'GetBucketPolicy'],
  ['logs', 'CreateLogGroup'],
  ['monitoring', 'PutMetricAlarm'],
  ['bedrock', 'InvokeModel'],
  // the same name of another service
  ['glacier', 'DeleteBucketPolicy'],
])('%s %s is no tampering', (service, eventName) => {
  expect(toldOf(call(service, eventName))).toEqual([]);
});

test('every alarm tells the topic, also when its metric is taken away', () => {
  expect(alarms).toHaveLength(8);
  for (const alarm of alarms) {
    expect(list(alarm['AlarmActions']).map(text)).toEqual([TOPIC]);
    expect(list(alarm['InsufficientDataActions']).map(text)).toEqual([TOPIC]);
  }
});

test('patterns are as long as CloudWatch Logs takes them', () => {
  for (const { pattern } of filters) expect(pattern.length).toBeLessThanOrEqual(1024);
});
