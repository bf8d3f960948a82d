import {
  BatchDeidentification,
  type BatchDeidentificationProps,
} from '../../lib/redaction/batch-deidentification';
import { ObjectRedactionHook } from '../../lib/redaction/object-redaction-hook';
import { decide, text } from '../encryption/policy-evaluator';
import { hookPlace, originals } from '../support/hook-place';
import {
  at,
  list,
  logicalIdsOf,
  onlyResource,
  refusal,
  resourcesOf,
  synthesize,
  testStack,
  type Json,
} from '../support/synthesize';

function build(changes: Partial<BatchDeidentificationProps> = {}) {
  const stack = testStack();
  const { place, accessLogs, ...around } = hookPlace(stack);
  const props = { ...place, accessLogs, ...around, source: originals(stack), prefix: 'incoming/' };
  const hook = new ObjectRedactionHook(stack, 'Objects', props);
  new BatchDeidentification(stack, 'Batch', { ...place, accessLogs, hook, items: 'objects', ...changes });
  return synthesize(stack);
}

const template = build();
const machine = onlyResource(template, 'AWS::StepFunctions::StateMachine');
const [machineId = ''] = logicalIdsOf(template, 'AWS::StepFunctions::StateMachine');
const idOf = (type: string, start: string): string =>
  logicalIdsOf(template, type).find((id) => id.startsWith(start)) ?? '';
const results = idOf('AWS::S3::Bucket', 'BatchResults');
const source = idOf('AWS::S3::Bucket', 'Originals');
const dataKey = `<${idOf('AWS::KMS::Key', 'KeysData')}.Arn>`;
const task = `<${idOf('AWS::Lambda::Function', 'BatchFunction')}.Arn>`;

/** The statements of all policies of one role. */
function policyOf(template: ReturnType<typeof build>, role: string): Json {
  const documents = resourcesOf(template, 'AWS::IAM::ManagedPolicy').filter(({ Properties }) =>
    list(Properties['Roles']).some((each) => text(each).startsWith(`<${role}`)),
  );
  return {
    Statement: documents.flatMap(({ Properties }) => list(at(Properties['PolicyDocument'], 'Statement'))),
  };
}
const policy = policyOf(template, 'BatchRole');

test('definition and history are encrypted, and what goes through is never logged', () => {
  expect(machine.Properties['EncryptionConfiguration']).toMatchObject({ Type: 'CUSTOMER_MANAGED_KMS_KEY' });
  expect(text(at(machine.Properties['EncryptionConfiguration'], 'KmsKeyId'))).toBe(dataKey);
  expect(machine.Properties['LoggingConfiguration']).toMatchObject({
    Level: 'ALL',
    IncludeExecutionData: false,
  });
  for (const { Properties } of resourcesOf(template, 'AWS::Logs::LogGroup'))
    expect(text(Properties['KmsKeyId'])).toMatch(/^<KeysLogs/u);
});

test('results are in a bucket of class PHI, as files of failures name objects', () => {
  expect(list(template.Resources[results]?.Properties['Tags'])).toContainEqual({
    Key: 'hipaa-ai:data-class',
    Value: 'PHI',
  });
});

describe('the role of the state machine', () => {
  test.each([
    ['lambda:InvokeFunction', task, {}],
    ['s3:ListBucket', `<${source}.Arn>`, { 's3:prefix': 'incoming/2026/' }],
    ['s3:PutObject', `<${results}.Arn>/results/run/a`, {}],
    ['states:StartExecution', `<${machineId}.Arn>`, {}],
    [
      'states:RedriveExecution',
      `arn:aws:states:us-east-1:111122223333:execution:<${machineId}.Name>/RedactObjects:a`,
      {},
    ],
    ['kms:Decrypt', dataKey, { 'kms:EncryptionContext:aws:states:stateMachineArn': `<${machineId}.Arn>` }],
    [
      'kms:GenerateDataKey',
      dataKey,
      { 'kms:EncryptionContext:SourceArn': 'arn:aws:logs:us-east-1:111122223333:*' },
    ],
  ])('may %s %s', (action, resource, context) => {
    expect(decide(policy, { action, resource, context })).toBe('allowed');
  });

  test.each([
    ['lambda:InvokeFunction', '<Another.Arn>', {}],
    ['s3:ListBucket', `<${source}.Arn>`, { 's3:prefix': 'elsewhere/' }],
    ['s3:ListBucket', `<${source}.Arn>`, {}],
    ['s3:GetObject', `<${source}.Arn>/incoming/a`, {}],
    ['s3:GetObject', `<${results}.Arn>/manifests/a`, {}],
    ['s3:PutObject', `<${results}.Arn>/manifests/a`, {}],
    ['states:StartExecution', '<Another.Arn>', {}],
    ['kms:Decrypt', dataKey, {}],
  ])('may not %s %s (%j)', (action, resource, context) => {
    expect(decide(policy, { action, resource, context })).toBe('not allowed');
  });

  test('reads manifests and no listing where those name the objects', () => {
    const other = build({ items: 'csv' });
    const reads = policyOf(other, 'BatchRole');
    expect(decide(reads, { action: 's3:GetObject', resource: `<${results}.Arn>/manifests/a` })).toBe(
      'allowed',
    );
    expect(
      decide(reads, {
        action: 's3:ListBucket',
        resource: `<${source}.Arn>`,
        context: { 's3:prefix': 'incoming/' },
      }),
    ).toBe('not allowed');
  });

  test('is for Step Functions of this account', () => {
    const role =
      template.Resources[idOf('AWS::IAM::Role', 'BatchRole')]?.Properties['AssumeRolePolicyDocument'];
    const [statement] = list(at(role, 'Statement'));
    expect(text(at(statement, 'Principal', 'Service'))).toBe('states.amazonaws.com');
    expect(text(at(statement, 'Condition', 'StringEquals', 'aws:SourceAccount'))).toBe('111122223333');
  });
});

test('the function may do what the hook’s may, and sends no message', () => {
  const own = policyOf(template, 'BatchFunctionRole');
  expect(decide(own, { action: 's3:GetObjectVersion', resource: `<${source}.Arn>/incoming/a` })).toBe(
    'allowed',
  );
  expect(decide(own, { action: 's3:PutObject', resource: `<${source}.Arn>/incoming/a` })).toBe('not allowed');
  expect(decide(own, { action: 'sqs:SendMessage' })).toBe('not allowed');
});

test('a batch that fails is told', () => {
  const alarms = resourcesOf(template, 'AWS::CloudWatch::Alarm').map(({ Properties }) => Properties);
  expect(alarms).toContainEqual(
    expect.objectContaining({ Namespace: 'AWS/States', MetricName: 'ExecutionsFailed' }),
  );
});

test.each([
  ['MaxConcurrency', { maxConcurrency: 0 }],
  ['MaxConcurrency', { maxConcurrency: 10_001 }],
  ['MaxConcurrency', { maxConcurrency: 1.5 }],
  ['ToleratedFailurePercentage', { toleratedFailurePercentage: -1 }],
  ['ToleratedFailurePercentage', { toleratedFailurePercentage: 101 }],
])('refuses a %s out of range: %j', (code, changes) => {
  expect(refusal(() => build(changes)).code).toBe(code);
});

test('runs as many at once as the function may, or a hundred', () => {
  const atOnce = (template: ReturnType<typeof build>) => {
    const { DefinitionString } = onlyResource(template, 'AWS::StepFunctions::StateMachine').Properties;
    return /"MaxConcurrency":(\d+)/u.exec(text(DefinitionString))?.[1];
  };
  expect(atOnce(build({ reservedConcurrency: 7 }))).toBe('7');
  expect(atOnce(build({ reservedConcurrency: undefined }))).toBe('100');
});

test.each([
  { maxConcurrency: 1 },
  { maxConcurrency: 10_000 },
  { toleratedFailurePercentage: 0 },
  { toleratedFailurePercentage: 100 },
])('takes %j', (changes) => {
  const { Properties } = onlyResource(build(changes), 'AWS::StepFunctions::StateMachine');
  const [[name, value] = ['', 0]] = Object.entries(changes);
  const field = name.slice(0, 1).toUpperCase() + name.slice(1);
  const { States } = JSON.parse(text(Properties['DefinitionString'])) as {
    readonly States: Readonly<Record<string, object>>;
  };
  expect(States['RedactObjects']).toHaveProperty(field, value);
});
