import { aws_kms as kms, aws_logs as logs } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { AlarmTopic, type AlarmTopicProps } from '../../lib/audit/alarm-topic';
import { ServiceKeys } from '../../lib/encryption/service-keys';
import { ACCOUNT, decide, REGION, text } from '../encryption/policy-evaluator';
import {
  at,
  list,
  logicalIdsOf,
  onlyResource,
  refusal,
  resourcesOf,
  synthesize,
  testStack,
} from '../support/synthesize';

const CLOUDWATCH = 'cloudwatch.amazonaws.com';
const EVENTBRIDGE = 'events.amazonaws.com';
const ALARM = `arn:aws:cloudwatch:${REGION}:${ACCOUNT}:alarm:Invented`;

function build(changes: Partial<AlarmTopicProps> = {}) {
  const stack = testStack();
  const keys = new ServiceKeys(stack, 'Keys', { trailName: 'invented' });
  new AlarmTopic(stack, 'Alarms', {
    encryptionKey: keys.alarms.key,
    logKey: keys.logs.key,
    logRetention: logs.RetentionDays.SIX_YEARS,
    ...changes,
  });
  const template = synthesize(stack);
  const [keyId = ''] = Object.keys(template.Resources).filter((id) => id.startsWith('KeysAlarms'));
  const topicPolicy = onlyResource(template, 'AWS::SNS::TopicPolicy').Properties['PolicyDocument'];
  const [topicId = ''] = Object.entries(template.Resources).flatMap(([id, { Type }]) =>
    Type === 'AWS::SNS::Topic' ? [id] : [],
  );
  return { stack, template, keyId, topicId, topicPolicy };
}

const { template, keyId, topicId, topicPolicy } = build();
const keyPolicy = template.Resources[keyId]?.Properties['KeyPolicy'];
const from = (arn: string, account = ACCOUNT) => ({ 'aws:SourceArn': arn, 'aws:SourceAccount': account });

test('CloudWatch publishes alarms of this account and Region, over TLS', () => {
  const ask = (context: Readonly<Record<string, string>>, service = CLOUDWATCH) =>
    decide(topicPolicy, {
      caller: { service },
      action: 'sns:Publish',
      resource: `<${topicId}>`,
      context: { 'aws:SecureTransport': 'true', ...context },
    });
  expect(ask(from(ALARM))).toBe('allowed');
  expect(ask(from(ALARM.replace(REGION, 'eu-west-1')))).toBe('not allowed');
  expect(ask(from(ALARM.replace(ACCOUNT, '444455556666'), '444455556666'))).toBe('not allowed');
  expect(ask({})).toBe('not allowed');
  expect(ask({ ...from(ALARM), 'aws:SecureTransport': 'false' })).toBe('denied');
  expect(ask(from(ALARM), EVENTBRIDGE)).toBe('not allowed');
});

test('CloudWatch encrypts alarms of this account under the key, or nobody would hear them', () => {
  const ask = (action: string, context: Readonly<Record<string, string>>, service = CLOUDWATCH) =>
    decide(keyPolicy, { caller: { service }, action, context });
  for (const action of ['kms:Decrypt', 'kms:GenerateDataKey']) {
    expect(ask(action, from(ALARM))).toBe('allowed');
    expect(ask(action, from(ALARM, '444455556666'))).toBe('not allowed');
    expect(ask(action, {})).toBe('not allowed');
    expect(ask(action, from(ALARM), EVENTBRIDGE)).toBe('not allowed');
  }
  expect(ask('kms:PutKeyPolicy', from(ALARM))).toBe('not allowed');
});

test('the topic is under that key and signs with SHA-256', () => {
  const { Properties } = onlyResource(template, 'AWS::SNS::Topic');
  expect(text(Properties['KmsMasterKeyId'])).toBe(`<${keyId}.Arn>`);
  expect(Properties['SignatureVersion']).toBe('2');
});

test('what could not be delivered is logged, encrypted and kept for six years', () => {
  const { Properties } = onlyResource(template, 'AWS::SNS::Topic');
  const logging = list(Properties['DeliveryStatusLogging']);
  expect(new Set(logging.map((each) => at(each, 'Protocol')))).toEqual(
    new Set(['firehose', 'http/s', 'lambda', 'sqs']),
  );
  for (const each of logging) {
    expect(at(each, 'FailureFeedbackRoleArn')).toBeDefined();
    expect(at(each, 'SuccessFeedbackRoleArn')).toBeUndefined();
  }
  const group = onlyResource(template, 'AWS::Logs::LogGroup');
  expect(text(group.Properties['LogGroupName'])).toBe(
    `sns/${REGION}/${ACCOUNT}/<${topicId}.TopicName>/Failure`,
  );
  expect(group.Properties['RetentionInDays']).toBe(2192);
  expect(group.DeletionPolicy).toBe('RetainExceptOnCreate');
});

test('an imported key is taken as it is', () => {
  const stack = testStack();
  const imported = (id: string) =>
    kms.Key.fromKeyArn(
      stack,
      id,
      `arn:aws:kms:${REGION}:${ACCOUNT}:key/00000000-0000-4000-8000-00000000000${id}`,
    );
  new AlarmTopic(stack, 'Alarms', {
    encryptionKey: imported('1'),
    logKey: imported('2'),
    logRetention: logs.RetentionDays.SIX_YEARS,
  });
  expect(() => synthesize(stack)).not.toThrow();
});

describe('subscribers', () => {
  const QUEUE = `arn:aws:sqs:${REGION}:${ACCOUNT}:on-call`;
  const FUNCTION = `arn:aws:lambda:${REGION}:${ACCOUNT}:function:page`;

  test('are none where none are named', () => {
    expect(resourcesOf(template, 'AWS::SNS::Subscription')).toEqual([]);
  });

  test('get every alarm by the protocol of their service', () => {
    const told = build({ subscribers: [QUEUE, FUNCTION] });
    const found = resourcesOf(told.template, 'AWS::SNS::Subscription').map(({ Properties }) => [
      text(Properties['TopicArn']),
      Properties['Protocol'],
      Properties['Endpoint'],
    ]);
    expect(found).toEqual([
      [`<${told.topicId}>`, 'sqs', QUEUE],
      [`<${told.topicId}>`, 'lambda', FUNCTION],
    ]);
  });

  test('keep their subscription when the list is put in another order', () => {
    const idsOf = (...subscribers: readonly string[]) =>
      logicalIdsOf(build({ subscribers }).template, 'AWS::SNS::Subscription');
    expect(idsOf(FUNCTION, QUEUE)).toEqual(idsOf(QUEUE, FUNCTION).toReversed());
  });

  test.each([
    'ward@example.org',
    'arn:aws:sns:us-east-1:111122223333:other',
    'arn:aws:sqs:us-east-1:42:on-call',
  ])('fails for %s', (arn) => {
    const error = refusal(() => build({ subscribers: [arn] }));
    expect(error.code).toBe('Subscribers');
    expect(error.message).toContain(`'${arn}' is among the subscribers`);
  });
});

describe('with rules of EventBridge', () => {
  const reason = 'findings of GuardDuty arrive as events';
  const opened = build({ eventRules: { reason } });
  const rule = `arn:aws:events:${REGION}:${ACCOUNT}:rule/Invented`;

  test('these publish too, if they are of this account', () => {
    const ask = (arn: string) =>
      decide(opened.topicPolicy, {
        caller: { service: EVENTBRIDGE },
        action: 'sns:Publish',
        resource: `<${opened.topicId}>`,
        context: { 'aws:SecureTransport': 'true', 'aws:SourceArn': arn },
      });
    expect(ask(rule)).toBe('allowed');
    expect(ask(rule.replace(ACCOUNT, '444455556666'))).toBe('not allowed');
  });

  test('the key admits EventBridge without a source, which its calls to KMS do not carry', () => {
    const policy = opened.template.Resources[opened.keyId]?.Properties['KeyPolicy'];
    const ask = { caller: { service: EVENTBRIDGE }, action: 'kms:GenerateDataKey' };
    expect(decide(policy, ask)).toBe('allowed');
  });

  test('the reason is said whenever the app is synthesized', () => {
    Annotations.fromStack(opened.stack).hasInfo('/Test/Alarms', Match.stringLikeRegexp(reason));
  });
});
