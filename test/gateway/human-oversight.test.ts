import { aws_iam as iam, aws_kms as kms, aws_sns as sns, Duration, Tags, type Stack } from 'aws-cdk-lib';
import { createS3Store } from '../../lambda/gateway/store/s3-store';
import { readSettings } from '../../lambda/gateway/settings';
import { ruleSet } from '../../lib/compliance/rule-set';
import { RULES } from '../../lib/compliance/rules/registry';
import type { JsonObject } from '../../lib/compliance/template/json';
import { GATEWAY_VARIABLES } from '../../lib/contract/environment-variables';
import { GATEWAY_STATE_PREFIX, TASK_TOKEN_OBJECT } from '../../lib/contract/gateway';
import { TAGS } from '../../lib/contract/tags';
import { AiGateway } from '../../lib/gateway/ai-gateway';
import { HumanOversight, type HumanOversightProps } from '../../lib/gateway/human-oversight';
import { ACCOUNT, REGION, text } from '../encryption/policy-evaluator';
import { assemblyOf, judgedOnTheDay } from '../support/judge-template';
import { at, list, refusal, resourcesOf, synthesize, testStack, type Json } from '../support/synthesize';
import { Access } from './access';
import { gatewayPlace } from './gateway-place';

const NAME = 'invented-oversight';
const ARN = `arn:aws:states:${REGION}:${ACCOUNT}:stateMachine:${NAME}`;
const TOPICS = {
  approvers: 'arn:aws:sns:us-east-1:111122223333:approvers',
  told: 'arn:aws:sns:us-east-1:111122223333:told',
};

function oversightIn(stack: Stack, change: Partial<HumanOversightProps> = {}) {
  const around = gatewayPlace(stack);
  const { place, bodies } = around;
  const topicKey = new kms.Key(stack, 'TopicKey', { enableKeyRotation: true });
  const oversight = new HumanOversight(stack, 'Oversight', {
    ...place,
    stateMachineName: NAME,
    bodies,
    approversTopic: sns.Topic.fromTopicAttributes(stack, 'Approvers', {
      topicArn: TOPICS.approvers,
      keyArn: topicKey.keyArn,
    }),
    ...change,
  });
  return { ...around, oversight };
}

const stack = testStack();
const { props, oversight } = oversightIn(stack);
new AiGateway(stack, 'Gateway', { ...props, oversight });
Tags.of(stack).add(TAGS.dataClass, 'PHI');
Tags.of(stack).add(TAGS.stage, 'production');
const template = synthesize(stack);
const access = new Access(template);
const [machine] = resourcesOf(template, 'AWS::StepFunctions::StateMachine');
const definition = JSON.parse(text(machine?.Properties['DefinitionString'])) as JsonObject;
const state = (name: string): Json | undefined => at(definition as Json, 'States', name);
const role = access.role('OversightRole');
const gatewayRoles = [access.role('GatewayFunctionRole'), access.role('GatewayStreamingFunctionRole')];
const bucket = access.id('AWS::S3::Bucket', 'Bodies');
const tokenKey = `${GATEWAY_STATE_PREFIX}${TASK_TOKEN_OBJECT.before}0a1b${TASK_TOKEN_OBJECT.after}`;

describe('the state machine', () => {
  test('is a standard one under a customer-managed key, that logs what happened and no data', () => {
    expect(machine?.Properties).toMatchObject({
      StateMachineName: NAME,
      StateMachineType: 'STANDARD',
      EncryptionConfiguration: { Type: 'CUSTOMER_MANAGED_KMS_KEY' },
      LoggingConfiguration: { Level: 'ALL', IncludeExecutionData: false },
    });
    const group = template.Resources[access.id('AWS::Logs::LogGroup', 'OversightLogGroup')];
    expect(group?.Properties['KmsKeyId']).toBeDefined();
  });

  test('tells approvers, waits with a token for the time of the answer, and has no heartbeat', () => {
    expect(definition['StartAt']).toBe('TellApprovers');
    expect(at(state('TellApprovers'), 'Parameters', 'TopicArn')).toBe(TOPICS.approvers);
    expect(at(state('TellApprovers'), 'Parameters', 'MessageAttributes')).toEqual({
      event: { DataType: 'String', StringValue: 'approval-waits' },
      useCase: { DataType: 'String', 'StringValue.$': '$.useCase' },
    });
    expect(at(state('TellApprovers'), 'Next')).toBe('AwaitDecision');
    expect(state('AwaitDecision')).toMatchObject({
      Resource: expect.stringMatching(/:states:::aws-sdk:s3:putObject\.waitForTaskToken$/u) as unknown,
      TimeoutSecondsPath: '$.waitSeconds',
    });
    expect(state('AwaitDecision')).not.toHaveProperty('HeartbeatSeconds');
    expect(definition['TimeoutSeconds']).toBe(86_400 + 3_600);
  });

  test('ends as expired when the time is over, and tells the topic of alarms', () => {
    expect(at(state('AwaitDecision'), 'Catch', 0)).toMatchObject({
      ErrorEquals: ['States.Timeout'],
      Next: 'TellOfExpiry',
    });
    expect(at(state('TellOfExpiry'), 'Parameters', 'TopicArn')).toBe(TOPICS.told);
    expect(at(state('TellOfExpiry'), 'Next')).toBe('Expired');
  });

  test('reads of its input the request, the use case and times, and nothing else', () => {
    const paths = [...JSON.stringify(definition).matchAll(/(?<!\$)\$\.(\w+)/gu)].map(([, name]) => name);
    expect(new Set(paths)).toEqual(new Set(['requestId', 'useCase', 'expiresAt', 'waitSeconds', 'decision']));
  });

  test('leaves its token where the store of the gateway finds it', async () => {
    const asked: string[] = [];
    const store = createS3Store({
      client: {
        send: (command: { readonly input: Readonly<Record<string, unknown>> }) => {
          asked.push(String(command.input['Key'] ?? command.input['Prefix']));
          const body = { transformToString: () => Promise.resolve('x') };
          return Promise.resolve({ Contents: [{ Key: tokenKey }], Body: body });
        },
      } as never,
      bucket: 'b',
      prefix: GATEWAY_STATE_PREFIX,
    });
    expect(await store.read(`${TASK_TOKEN_OBJECT.before}0a1b`)).toEqual({ value: 'x', version: 1 });
    expect(asked).toEqual([`${GATEWAY_STATE_PREFIX}${TASK_TOKEN_OBJECT.before}0a1b/`, tokenKey]);
    expect(at(state('AwaitDecision'), 'Parameters', 'Key.$')).toBe(
      `States.Format('${tokenKey.replace('0a1b', '{}')}', $.requestId)`,
    );
  });

  test('rings when executions fail, time out or are ended by somebody', () => {
    const alarms = resourcesOf(template, 'AWS::CloudWatch::Alarm').filter(
      ({ Properties }) => Properties['Namespace'] === 'AWS/States',
    );
    expect(alarms.map(({ Properties }) => text(Properties['MetricName'])).sort()).toEqual([
      'ExecutionsAborted',
      'ExecutionsFailed',
      'ExecutionsTimedOut',
    ]);
    for (const { Properties } of alarms)
      expect(list(Properties['AlarmActions']).map(text)).toEqual([TOPICS.told]);
  });
});

describe('its role', () => {
  const key = access.id('AWS::KMS::Key', 'GatewayKeysBodies');

  test('leaves tokens and nothing else, and reads nothing', () => {
    expect(access.onBucket(role, bucket, 's3:PutObject', tokenKey)).toBe('allowed');
    for (const other of [
      'state/claim:a/999998',
      'state/approval:0a1b/999998',
      '30d/a/b/reply',
      'token:a/999998',
    ])
      expect([other, access.onBucket(role, bucket, 's3:PutObject', other)]).toEqual([other, 'not allowed']);
    expect(access.onBucket(role, bucket, 's3:GetObject', tokenKey)).toBe('not allowed');
    expect(access.onBucket(role, bucket, 's3:GetObject', '30d/a/b/reply')).toBe('not allowed');
  });

  test('encrypts through S3 and opens no body', () => {
    const through = { 'kms:ViaService': `s3.${REGION}.amazonaws.com` };
    expect(access.onResource(role, 'kms:GenerateDataKey', `<${key}.Arn>`, through)).toBe('allowed');
    expect(access.onResource(role, 'kms:Decrypt', `<${key}.Arn>`, through)).toBe('not allowed');
    expect(access.onResource(role, 'kms:GenerateDataKey', `<${key}.Arn>`, {})).toBe('not allowed');
  });

  test('tells two topics, with the key that is known of one', () => {
    for (const topic of Object.values(TOPICS))
      expect(access.onResource(role, 'sns:Publish', topic)).toBe('allowed');
    expect(access.onResource(role, 'sns:Publish', `${TOPICS.told}2`)).toBe('not allowed');
    const through = { 'kms:ViaService': `sns.${REGION}.amazonaws.com` };
    const topicKey = `<${access.id('AWS::KMS::Key', 'TopicKey')}.Arn>`;
    expect(access.onResource(role, 'kms:GenerateDataKey', topicKey, through)).toBe('allowed');
    expect(access.onResource(role, 'kms:GenerateDataKey', topicKey, {})).toBe('not allowed');
  });

  test('is taken by Step Functions for this account alone', () => {
    const trust = template.Resources[role]?.Properties['AssumeRolePolicyDocument'];
    expect(at(trust, 'Statement', 0)).toMatchObject({
      Principal: { Service: 'states.amazonaws.com' },
      Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
    });
  });
});

describe('the gateway', () => {
  test('starts and answers tasks of that machine and of no other, and ends nothing', () => {
    for (const each of gatewayRoles) {
      for (const action of ['states:StartExecution', 'states:SendTaskSuccess']) {
        expect(access.onResource(each, action, ARN)).toBe('allowed');
        expect(access.onResource(each, action, `${ARN}2`)).toBe('not allowed');
      }
      for (const action of ['states:SendTaskFailure', 'states:StopExecution', 'states:DescribeExecution'])
        expect(access.onResource(each, action, ARN)).toBe('not allowed');
      expect(access.onBucket(each, bucket, 's3:GetObject', tokenKey)).toBe('allowed');
    }
  });

  test('finds machine and time in its environment, as it reads them', () => {
    for (const made of resourcesOf(template, 'AWS::Lambda::Function').filter(({ Properties }) =>
      text(Properties['Description']).startsWith('The AI gateway'),
    )) {
      const variables = at(made.Properties['Environment'], 'Variables');
      expect(at(variables, GATEWAY_VARIABLES.approvalSeconds)).toBe('86400');
      expect(text(at(variables, GATEWAY_VARIABLES.approvalMachineArn))).toMatch(
        /^<Oversight\w+(?:\.Arn)?>$/u,
      );
    }
    expect(() => readSettings({ [GATEWAY_VARIABLES.approvalMachineArn]: 'x' })).toThrow();
  });
});

test('readers of bodies read no tokens of tasks', () => {
  const other = testStack();
  const made = oversightIn(other);
  const service = new iam.ServicePrincipal('ecs-tasks.amazonaws.com');
  const reader = (id: string) => new iam.Role(other, id, { assumedBy: service });
  made.bodies.grantReview(reader('Reviewer'));
  made.bodies.grantReidentify(reader('Reidentifier'));
  const may = new Access(synthesize(other));
  const others = may.id('AWS::S3::Bucket', 'Bodies');
  for (const [prefix, name] of [
    ['Reviewer', 'body'],
    ['Reidentifier', 'tokens'],
  ] as const) {
    expect(may.onBucket(may.role(prefix), others, 's3:GetObject', `30d/a/b/${name}`)).toBe('allowed');
    expect(may.onBucket(may.role(prefix), others, 's3:GetObject', tokenKey)).toBe('not allowed');
    expect(may.onBucket(may.role(prefix), others, 's3:GetObject', '30d/a/b/reply')).toBe('not allowed');
  }
});

/** What a user accepts in writing; docs/gateway.md says why. */
const ACCEPTED = ['iam-no-open-permissions-management', 'stepfunctions-tracing'];

test.each([
  ['hipaa', []],
  ['strict', ACCEPTED],
] as const)('it breaks no rule of the profile %s but those its user accepts', (profile, accepted) => {
  const { rules } = ruleSet(RULES, { profile });
  const broken = judgedOnTheDay(assemblyOf(template as unknown as JsonObject), rules).filter(
    ({ verdict, resource }) =>
      (verdict === 'finding' || verdict === 'unknown') && resource.logicalId.startsWith('Oversight'),
  );
  expect([...new Set(broken.map(({ rule }) => rule.id))].sort()).toEqual(accepted);
});

describe('it is refused', () => {
  const codeOf = (change: Partial<HumanOversightProps>) =>
    refusal(() => oversightIn(testStack(), change)).code;

  test.each(['', 'a b', 'x'.repeat(81), 'a:b'])("with the name '%s'", (stateMachineName) => {
    expect(codeOf({ stateMachineName })).toBe('StateMachineName');
  });

  test.each([Duration.seconds(59), Duration.seconds(90), Duration.minutes(30 * 24 * 60 + 1)])(
    'with a time of %s',
    (approvalTime) => {
      expect(codeOf({ approvalTime })).toBe('ApprovalTime');
    },
  );

  test.each([Duration.minutes(1), Duration.days(30)])('and not with one of %s', (approvalTime) => {
    const { oversight: made } = oversightIn(testStack(), { approvalTime, stateMachineName: 'x'.repeat(80) });
    expect(made.variables[GATEWAY_VARIABLES.approvalSeconds]).toBe(String(approvalTime.toSeconds()));
  });
});
