import {
  App,
  CfnParameter,
  DefaultStackSynthesizer,
  Duration,
  Lazy,
  NestedStack,
  Stack,
  CliCredentialsStackSynthesizer,
  aws_iam as iam,
} from 'aws-cdk-lib';
import { ROTATION_DAYS } from '../../lib/encryption/rotation-period';
import { ServiceKey } from '../../lib/encryption/service-key';
import { onlyResource, synthesize, testApp, testStack, type Json, refusal } from '../support/synthesize';
import { ACCOUNT, decide, DEPLOYER } from './policy-evaluator';

const props = { description: 'Invented data', services: ['lambda'] };

function keyIn(stack: Stack) {
  return onlyResource(synthesize(stack), 'AWS::KMS::Key');
}

function keyPolicyIn(stack: Stack): Json | undefined {
  return keyIn(stack).Properties['KeyPolicy'];
}

test('the key is AES-256, rotates every year, waits 30 days and outlives its stack', () => {
  const stack = testStack();
  new ServiceKey(stack, 'Key', props);
  expect(keyIn(stack)).toMatchObject({
    DeletionPolicy: 'RetainExceptOnCreate',
    UpdateReplacePolicy: 'Retain',
    Properties: {
      Description: 'Invented data',
      KeySpec: 'SYMMETRIC_DEFAULT',
      EnableKeyRotation: true,
      RotationPeriodInDays: 365,
      PendingWindowInDays: 30,
    },
  });
});

test('the lock-out check of KMS stays on', () => {
  const stack = testStack();
  new ServiceKey(stack, 'Key', props);
  expect(keyIn(stack).Properties).not.toHaveProperty('BypassPolicyLockoutSafetyCheck');
});

describe('rotation period', () => {
  test.each([90, 91, 364, 365])('%d days are accepted', (days) => {
    const stack = testStack();
    new ServiceKey(stack, 'Key', { ...props, rotationPeriod: Duration.days(days) });
    expect(keyIn(stack).Properties['RotationPeriodInDays']).toBe(days);
  });

  test('hours that make whole days are accepted', () => {
    const stack = testStack();
    new ServiceKey(stack, 'Key', { ...props, rotationPeriod: Duration.hours(100 * 24) });
    expect(keyIn(stack).Properties['RotationPeriodInDays']).toBe(100);
  });

  test.each([
    ['89 days', Duration.days(89)],
    ['366 days', Duration.days(366)],
    ['2560 days', Duration.days(2560)],
    ['90.5 days', Duration.hours(90.5 * 24)],
    ['0 days', Duration.days(0)],
  ])('fails for %s', (given, rotationPeriod) => {
    const error = refusal(() => new ServiceKey(testStack(), 'Key', { ...props, rotationPeriod }));
    expect(error.code).toBe('RotationPeriod');
    expect(error.message).toBe(
      `[Test/Key] rotationPeriod is ${given}; give ${ROTATION_DAYS.shortest} to ${ROTATION_DAYS.longest} whole days`,
    );
  });

  test.each([
    ['a Lazy', () => Duration.days(Lazy.number({ produce: () => 180 }))],
    [
      'a parameter',
      (stack: Stack) => Duration.days(new CfnParameter(stack, 'Days', { type: 'Number' }).valueAsNumber),
    ],
  ])('fails for %s, as nobody can check it', (_, period) => {
    const stack = testStack();
    const error = refusal(() => new ServiceKey(stack, 'Key', { ...props, rotationPeriod: period(stack) }));
    expect(error.code).toBe('RotationPeriod');
    expect(error.message).toContain('known only at deployment');
  });
});

test('a named administrator manages the key and cannot use it, not even through a service', () => {
  const stack = testStack();
  const arn = `arn:aws:iam::${ACCOUNT}:role/KeyCustodian`;
  new ServiceKey(stack, 'Key', { ...props, administrators: [arn] });
  const policy = keyPolicyIn(stack);
  const through = { 'kms:ViaService': 'lambda.us-east-1.amazonaws.com' };
  expect(decide(policy, { caller: { arn }, action: 'kms:PutKeyPolicy' })).toBe('allowed');
  expect(decide(policy, { caller: { arn }, action: 'kms:Decrypt' })).toBe('denied');
  expect(decide(policy, { caller: { arn }, action: 'kms:Decrypt', context: through })).toBe('not allowed');
});

test('a statement for a service comes beside the others', () => {
  const stack = testStack();
  new ServiceKey(stack, 'Key', {
    ...props,
    serviceStatements: [
      new iam.PolicyStatement({
        principals: [new iam.ServicePrincipal('sns.amazonaws.com')],
        actions: ['kms:Decrypt'],
        resources: ['*'],
      }),
    ],
  });
  const policy = keyPolicyIn(stack);
  expect(decide(policy, { caller: { service: 'sns.amazonaws.com' }, action: 'kms:Decrypt' })).toBe('allowed');
  expect(decide(policy, { caller: { arn: DEPLOYER }, action: 'kms:PutKeyPolicy' })).toBe('allowed');
});

describe('the role CloudFormation deploys with', () => {
  const mayManage = (stack: Stack, arn: string) =>
    decide(keyPolicyIn(stack), { caller: { arn }, action: 'kms:PutKeyPolicy' });

  test('is the one of the bootstrap stack', () => {
    const stack = testStack();
    new ServiceKey(stack, 'Key', props);
    expect(mayManage(stack, DEPLOYER)).toBe('allowed');
    expect(mayManage(stack, DEPLOYER.replace('hnb659fds', 'another'))).toBe('not allowed');
  });

  test('follows the qualifier of the bootstrap stack', () => {
    const stack = testStack({ synthesizer: new DefaultStackSynthesizer({ qualifier: 'clinic' }) });
    new ServiceKey(stack, 'Key', props);
    expect(mayManage(stack, DEPLOYER.replace('hnb659fds', 'clinic'))).toBe('allowed');
    expect(mayManage(stack, DEPLOYER)).toBe('not allowed');
  });

  test('follows a qualifier given as context', () => {
    const app = new App({ context: { '@aws-cdk/core:bootstrapQualifier': 'clinic' } });
    const stack = new Stack(app, 'Test', { env: { region: 'us-east-1' } });
    new ServiceKey(stack, 'Key', props);
    expect(mayManage(stack, DEPLOYER.replace('hnb659fds', 'clinic'))).toBe('allowed');
  });

  test('is the role an organisation put in its place', () => {
    const own = `arn:aws:iam::${ACCOUNT}:role/ClinicDeployment`;
    const stack = testStack({
      synthesizer: new DefaultStackSynthesizer({
        cloudFormationExecutionRole: 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/ClinicDeployment',
      }),
    });
    new ServiceKey(stack, 'Key', props);
    const policy = keyPolicyIn(stack);
    const through = { 'kms:ViaService': 'lambda.us-east-1.amazonaws.com' };
    expect(mayManage(stack, own)).toBe('allowed');
    expect(decide(policy, { caller: { arn: own }, action: 'kms:Encrypt', context: through })).toBe('allowed');
    expect(decide(policy, { caller: { arn: own }, action: 'kms:Encrypt' })).toBe('denied');
  });

  test('is the parent stack’s in a nested stack', () => {
    const app = testApp();
    const parent = new Stack(app, 'Parent', { env: { region: 'us-east-1' } });
    const nested = new NestedStack(parent, 'Nested');
    new ServiceKey(nested, 'Key', props);
    expect(mayManage(nested, DEPLOYER)).toBe('allowed');
  });

  test('is the conventional one where a stack is deployed with a person’s own credentials', () => {
    const stack = testStack({ synthesizer: new CliCredentialsStackSynthesizer() });
    new ServiceKey(stack, 'Key', props);
    expect(mayManage(stack, DEPLOYER)).toBe('allowed');
  });
});

describe('administrators', () => {
  const build = (administrator: string) => () =>
    new ServiceKey(testStack(), 'Key', { ...props, administrators: [administrator] });

  test.each(['*', 'arn:aws:iam::111122223333:root', 'arn:aws:iam::*:role/Admin', 'Admin', ''])(
    "fails for '%s', which names no role or user of one account",
    (administrator) => {
      expect(build(administrator)).toThrow(
        expect.objectContaining({ name: 'ConfigurationError', code: 'Administrators' }) as Error,
      );
    },
  );

  test.each(['arn:aws:iam::111122223333:role/Admin', 'arn:aws:iam::111122223333:role/team/Admin*'])(
    'takes %s',
    (administrator) => {
      expect(build(administrator)).not.toThrow();
    },
  );
});
