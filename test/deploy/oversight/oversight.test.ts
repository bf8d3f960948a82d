import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { stepFunctionsCalls } from '../../../lambda/gateway/approvals/step-functions-calls';
import { createStepFunctionsWorkflow } from '../../../lambda/gateway/approvals/step-functions-workflow';
import { storedTaskTokens } from '../../../lambda/gateway/approvals/stored-task-tokens';
import { createS3Store } from '../../../lambda/gateway/store/s3-store';
import { GATEWAY_STATE_PREFIX } from '../../../lib/contract/gateway';
import { oversightDefinition } from '../../../lib/gateway/oversight-definition';
import { Aws } from '../support/aws';
import { ACCOUNT, Emulator, REGION, ROOT } from '../support/emulator';
import { at, listAt, parseJson, textAt, type Json } from '../support/json';

const installation = process.env['HIPAA_AI_EMULATOR'] ? path.resolve(process.env['HIPAA_AI_EMULATOR']) : '';
// Without the emulator jest counts the story as skipped
const story = installation !== '' && existsSync(installation) ? describe : describe.skip;

const BUCKET = 'invented-bodies';
const ROLE = 'oversight';
const TURNS = 60;
const TURN_MS = 250;

story('answers that wait, in the state machine engine of an AWS emulator', () => {
  let directory: string;
  let emulator: Emulator;
  let aws: Aws;
  const topics = { approvers: '', alarms: '' };
  const queues = { approvers: '', alarms: '', tokens: '' };
  let workflow: ReturnType<typeof createStepFunctionsWorkflow>;
  let machine: string;
  let tokenOf: ReturnType<typeof storedTaskTokens>;

  const create = async (name: string, definition: object): Promise<string> =>
    textAt(
      await aws.call('stepfunctions', 'CreateStateMachine', {
        name,
        definition: JSON.stringify(definition),
        roleArn: `arn:aws:iam::${ACCOUNT}:role/${ROLE}`,
      }),
      'stateMachineArn',
    );
  /**
   * The definition as it is deployed, with two things put in their place that the emulator has not: `s3:putObject` as a task,
   * whose parameters go through a queue to whoever puts them, and `TimeoutSecondsPath`.
   */
  const definition = (timeoutSeconds = 600): object => {
    const made = oversightDefinition({
      partition: 'aws',
      bucketName: BUCKET,
      approversTopicArn: topics.approvers,
      alarmTopicArn: topics.alarms,
      mostSeconds: 600,
    }) as { readonly States: Readonly<Record<string, Readonly<Record<string, unknown>>>> };
    const { TimeoutSecondsPath, ...awaiting } = made.States['AwaitDecision'] ?? {};
    expect(TimeoutSecondsPath).toBe('$.waitSeconds');
    const task = {
      ...awaiting,
      Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
      Parameters: { QueueUrl: queues.tokens, MessageBody: awaiting['Parameters'] },
      TimeoutSeconds: timeoutSeconds,
    };
    return { ...made, States: { ...made.States, AwaitDecision: task } };
  };
  /** Puts what tasks would have put. */
  const put = async (): Promise<void> => {
    const answer = await aws.call('sqs', 'ReceiveMessage', {
      QueueUrl: queues.tokens,
      MaxNumberOfMessages: 10,
    });
    for (const message of listAt(answer, 'Messages')) {
      const object = parseJson(textAt(message, 'Body'));
      await aws.call('s3', 'PutObject', {
        Bucket: textAt(object, 'Bucket'),
        Key: textAt(object, 'Key'),
        ContentType: textAt(object, 'ContentType'),
        Body: JSON.stringify(at(object, 'Body')),
      });
    }
  };
  const token = (requestId: string): Promise<string> =>
    until(async () => {
      await put();
      return tokenOf(requestId);
    });
  const until = async <T>(find: () => Promise<T | undefined>): Promise<T> => {
    for (let turn = 0; turn < TURNS; turn += 1) {
      const found = await find();
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, TURN_MS));
    }
    throw new Error('nothing came');
  };
  const ended = (stateMachineArn: string, requestId: string): Promise<Json> =>
    until(async () => {
      const executionArn = `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${requestId}`;
      const execution = await aws.call('stepfunctions', 'DescribeExecution', { executionArn });
      return textAt(execution, 'status') === 'RUNNING' ? undefined : execution;
    });
  /** Every message of a topic about a request. */
  const told = async (topic: keyof typeof queues, requestId: string): Promise<readonly string[]> => {
    const answer = await aws.call('sqs', 'ReceiveMessage', {
      QueueUrl: queues[topic],
      MaxNumberOfMessages: 10,
      VisibilityTimeout: 0,
    });
    return listAt(answer, 'Messages')
      .map((message) => textAt(message, 'Body'))
      .filter((body) => body.includes(requestId));
  };
  const parked = (waitMs = 60_000) => ({
    requestId: randomUUID(),
    useCase: 'patient-letter',
    replyKey: '30d/patient-letter/x/reply',
    asker: 'arn:aws:iam::111122223333:role/Invented-Asker',
    expiresAt: Date.now() + waitMs,
  });

  beforeAll(async () => {
    directory = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-oversight-'));
    mkdirSync(path.join(directory, 'emulator'));
    emulator = await Emulator.start({
      installation,
      node: process.execPath,
      directory: path.join(directory, 'emulator'),
    });
    aws = new Aws(emulator, installation);
    await aws.call('s3', 'CreateBucket', { Bucket: BUCKET });
    for (const name of ['approvers', 'alarms'] as const) {
      topics[name] = textAt(await aws.call('sns', 'CreateTopic', { Name: name }), 'TopicArn');
      queues[name] = textAt(await aws.call('sqs', 'CreateQueue', { QueueName: name }), 'QueueUrl');
      const arn = `arn:aws:sqs:${REGION}:${ACCOUNT}:${name}`;
      const statement = {
        Effect: 'Allow',
        Principal: { Service: 'sns.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Resource: arn,
      };
      await aws.call('sqs', 'SetQueueAttributes', {
        QueueUrl: queues[name],
        Attributes: { Policy: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }) },
      });
      await aws.call('sns', 'Subscribe', { TopicArn: topics[name], Protocol: 'sqs', Endpoint: arn });
    }
    queues.tokens = textAt(await aws.call('sqs', 'CreateQueue', { QueueName: 'tokens' }), 'QueueUrl');
    await makeRole(aws);
    machine = await create('oversight', definition());
    Object.assign(process.env, {
      AWS_ENDPOINT_URL_SFN: emulator.plainEndpoint,
      AWS_ACCESS_KEY_ID: ROOT.key,
      AWS_SECRET_ACCESS_KEY: ROOT.secret,
      AWS_REGION: REGION,
    });
    const client = new S3Client({ endpoint: emulator.plainEndpoint, region: REGION, forcePathStyle: true });
    tokenOf = storedTaskTokens(createS3Store({ client, bucket: BUCKET, prefix: GATEWAY_STATE_PREFIX }));
    const shared = { calls: stepFunctionsCalls(), taskTokenOf: tokenOf, now: Date.now };
    workflow = createStepFunctionsWorkflow({ ...shared, stateMachineArn: machine });
  });

  afterAll(async () => {
    aws?.close();
    await emulator?.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  test.each(['approved', 'rejected'] as const)(
    'people are told, the token is found, and one that is %s ends as that',
    async (decision) => {
      const answer = parked();
      await workflow.start(answer);
      await workflow.start(answer);
      await token(answer.requestId);
      const [message = '', ...more] = await until(async () => {
        const messages = await told('approvers', answer.requestId);
        return messages.length > 0 ? messages : undefined;
      });
      expect(more).toEqual([]);
      // without the attributes, which the emulator drops
      expect(message).toContain('use case patient-letter waits for a second person until 20');
      expect(await workflow.finish(answer, decision)).toBe(true);
      const execution = await ended(machine, answer.requestId);
      expect(textAt(execution, 'status')).toBe('SUCCEEDED');
      expect(parseJson(textAt(execution, 'output'))).toEqual({ requestId: answer.requestId, decision });
      expect(await told('alarms', answer.requestId)).toEqual([]);
      expect(`${message}${JSON.stringify(execution)}`).not.toMatch(/Invented-Asker|reply/u);
      // who tells it once more is told that nothing waits
      expect(await workflow.finish(answer, decision)).toBe(true);
    },
  );

  test('one that nobody decides on ends as expired, and the topic of alarms is told', async () => {
    const stateMachineArn = await create('oversight-short', definition(1));
    const late = createStepFunctionsWorkflow({
      calls: stepFunctionsCalls(),
      taskTokenOf: tokenOf,
      now: Date.now,
      stateMachineArn,
    });
    const answer = parked(1_000);
    await late.start(answer);
    await token(answer.requestId);
    const execution = await ended(stateMachineArn, answer.requestId);
    expect(textAt(execution, 'status')).toBe('SUCCEEDED');
    expect(parseJson(textAt(execution, 'output'))).toEqual({
      requestId: answer.requestId,
      decision: 'expired',
    });
    const messages = await told('alarms', answer.requestId);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain('No decision on an answer of use case patient-letter was heard of');
    expect(await late.finish(answer, 'approved')).toBe(true);
  });

  test('what is no decision fails the execution', async () => {
    const answer = parked();
    await workflow.start(answer);
    const taskToken = await token(answer.requestId);
    await aws.call('stepfunctions', 'SendTaskSuccess', { taskToken, output: '{"decision":"maybe"}' });
    const execution = await ended(machine, answer.requestId);
    expect(textAt(execution, 'status')).toBe('FAILED');
    expect(textAt(execution, 'error')).toBe('DecisionUnknown');
  });
});

/** The emulator looks for the role, and asks nothing of it; test/gateway/human-oversight.test.ts does. */
async function makeRole(aws: Aws): Promise<void> {
  const trust = { Effect: 'Allow', Principal: { Service: 'states.amazonaws.com' }, Action: 'sts:AssumeRole' };
  await aws.call('iam', 'CreateRole', {
    RoleName: ROLE,
    AssumeRolePolicyDocument: JSON.stringify({ Version: '2012-10-17', Statement: [trust] }),
  });
}
