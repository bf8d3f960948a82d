import { Duration } from 'aws-cdk-lib';
import { judge } from '../../lib/compliance/judge';
import { ruleSet } from '../../lib/compliance/rule-set';
import { RULES } from '../../lib/compliance/rules/registry';
import type { JsonObject } from '../../lib/compliance/template/json';
import { ADMINISTRATIVE_ACTIONS, CRYPTOGRAPHIC_ACTIONS } from '../../lib/encryption/key-policy';
import { ServiceKeys } from '../../lib/encryption/service-keys';
import { assemblyOf } from '../support/judge-template';
import { resourcesOf, synthesize, testStack, type Json } from '../support/synthesize';
import { ACCOUNT, ACCOUNT_ROOT, decide, DEPLOYER, REGION } from './policy-evaluator';

type Purpose = 'data' | 'prompts' | 'logs' | 'audit' | 'alarms';

const PURPOSES: readonly Purpose[] = ['data', 'prompts', 'logs', 'audit', 'alarms'];
const SERVICES: Readonly<Record<Purpose, readonly string[]>> = {
  data: ['bedrock', 'dynamodb', 'firehose', 'lambda', 's3', 'secretsmanager', 'sqs', 'states'],
  prompts: ['logs', 's3'],
  logs: ['logs'],
  audit: ['cloudtrail', 's3'],
  alarms: ['sns'],
};
const CLINICIAN = `arn:aws:iam::${ACCOUNT}:role/Clinician`;
const TRAIL = `arn:aws:cloudtrail:${REGION}:${ACCOUNT}:trail/invented`;

const stack = testStack();
const keys = new ServiceKeys(stack, 'Keys', { trailName: 'invented' });
const template = synthesize(stack);

function policyOf(purpose: Purpose): Json | undefined {
  const element = keys[purpose].key.node.defaultChild;
  const id = stack.resolve((element as { readonly logicalId?: unknown } | undefined)?.logicalId) as string;
  return template.Resources[id]?.Properties['KeyPolicy'];
}

const via = (service: string) => ({ 'kms:ViaService': `${service}.${REGION}.amazonaws.com` });

test('there is one key for each purpose', () => {
  expect(resourcesOf(template, 'AWS::KMS::Key')).toHaveLength(PURPOSES.length);
  for (const { Properties } of resourcesOf(template, 'AWS::KMS::Key')) {
    expect(Properties).toMatchObject({ EnableKeyRotation: true, RotationPeriodInDays: 365 });
  }
});

test('administrators and rotation period reach all of them', () => {
  const other = testStack();
  const custodian = `arn:aws:iam::${ACCOUNT}:role/KeyCustodian`;
  new ServiceKeys(other, 'Keys', {
    trailName: 'invented',
    administrators: [custodian],
    rotationPeriod: Duration.days(90),
  });
  const found = resourcesOf(synthesize(other), 'AWS::KMS::Key');
  expect(found.map(({ Properties }) => Properties['RotationPeriodInDays'])).toEqual(PURPOSES.map(() => 90));
  for (const { Properties } of found) {
    const ask = { caller: { arn: custodian }, action: 'kms:DisableKey' };
    expect(decide(Properties['KeyPolicy'], ask)).toBe('allowed');
  }
});

describe.each(PURPOSES)('the %s key', (purpose) => {
  const policy = policyOf(purpose);
  const [service = ''] = SERVICES[purpose];
  const administrators = [
    ['the deployment role', DEPLOYER],
    ['the account root', ACCOUNT_ROOT],
  ] as const;

  test.each(administrators)('%s can administer it, so nobody is locked out', (_, arn) => {
    for (const action of ADMINISTRATIVE_ACTIONS)
      expect([action, decide(policy, { caller: { arn }, action })]).toEqual([action, 'allowed']);
  });

  test.each(administrators)('%s is denied every direct use and grant', (_, arn) => {
    for (const action of [...CRYPTOGRAPHIC_ACTIONS, 'kms:CreateGrant'])
      expect([action, decide(policy, { caller: { arn }, action })]).toEqual([action, 'denied']);
  });

  test('the deployment role uses it through the services of its purpose only', () => {
    for (const each of SERVICES[purpose]) {
      const ask = { caller: { arn: DEPLOYER }, action: 'kms:GenerateDataKey', context: via(each) };
      expect([each, decide(policy, ask)]).toEqual([each, 'allowed']);
    }
    for (const each of ['ec2', 'rds', 'kinesis']) {
      const ask = { caller: { arn: DEPLOYER }, action: 'kms:Decrypt', context: via(each) };
      expect([each, decide(policy, ask)]).toEqual([each, 'not allowed']);
    }
  });

  test('the account root does not use it through a service either', () => {
    const ask = { caller: { arn: ACCOUNT_ROOT }, action: 'kms:Decrypt', context: via(service) };
    expect(decide(policy, ask)).toBe('not allowed');
  });

  test('another identity may use it through the services of its purpose, and through no other', () => {
    const caller = { arn: CLINICIAN };
    const ask = (action: string, context?: Readonly<Record<string, string>>) => [
      action,
      decide(policy, { caller, action, ...(context ? { context } : {}) }),
    ];
    for (const action of CRYPTOGRAPHIC_ACTIONS) {
      for (const each of SERVICES[purpose]) expect(ask(action, via(each))).toEqual([action, 'allowed']);
      for (const each of ['ec2', 'rds', 'kinesis'])
        expect(ask(action, via(each))).toEqual([action, 'not allowed']);
      expect(ask(action, { 'kms:ViaService': `${service}.eu-west-1.amazonaws.com` })).toEqual([
        action,
        'not allowed',
      ]);
      expect(ask(action)).toEqual([action, 'not allowed']);
    }
  });

  test('another identity may see what it is and can never administer it', () => {
    const caller = { arn: CLINICIAN };
    expect(decide(policy, { caller, action: 'kms:DescribeKey' })).toBe('allowed');
    for (const action of ADMINISTRATIVE_ACTIONS.filter((each) => each !== 'kms:DescribeKey'))
      expect([action, decide(policy, { caller, action })]).toEqual([action, 'not allowed']);
  });

  test('a grant is made for AWS resources through its services only', () => {
    const grant = (context: Readonly<Record<string, string>>) =>
      decide(policy, { caller: { arn: CLINICIAN }, action: 'kms:CreateGrant', context });
    expect(grant({ ...via(service), 'kms:GrantIsForAWSResource': 'true' })).toBe('allowed');
    expect(grant({ ...via(service), 'kms:GrantIsForAWSResource': 'false' })).toBe('not allowed');
    expect(grant(via(service))).toBe('not allowed');
    expect(grant({ ...via('ec2'), 'kms:GrantIsForAWSResource': 'true' })).toBe('not allowed');
    expect(grant({ 'kms:GrantIsForAWSResource': 'true' })).toBe('not allowed');
  });

  test('another account has no part in it', () => {
    const caller = { arn: 'arn:aws:iam::444455556666:role/Stranger' };
    for (const action of [...CRYPTOGRAPHIC_ACTIONS, ...ADMINISTRATIVE_ACTIONS, 'kms:CreateGrant'])
      expect([action, decide(policy, { caller, action })]).toEqual([action, 'not allowed']);
  });

  test('no statement allows every action', () => {
    expect(decide(policy, { caller: { arn: DEPLOYER }, action: 'kms:ImportKeyMaterial' })).toBe(
      'not allowed',
    );
    expect(decide(policy, { caller: { arn: CLINICIAN }, action: 'kms:Sign' })).toBe('not allowed');
  });
});

describe('CloudWatch Logs', () => {
  const service = `logs.${REGION}.amazonaws.com`;
  const ask = (purpose: Purpose, group: string | undefined) =>
    decide(policyOf(purpose), {
      caller: { service },
      action: 'kms:Encrypt',
      context: group === undefined ? {} : { 'kms:EncryptionContext:aws:logs:arn': group },
    });

  test('uses the log key for the log groups of this account and Region', () => {
    expect(ask('logs', `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:Invented`)).toBe('allowed');
    expect(ask('logs', `arn:aws:logs:${REGION}:444455556666:log-group:Invented`)).toBe('not allowed');
    expect(ask('logs', `arn:aws:logs:eu-west-1:${ACCOUNT}:log-group:Invented`)).toBe('not allowed');
    expect(ask('logs', undefined)).toBe('not allowed');
  });

  test.each(['data', 'audit', 'alarms'] as const)('cannot use the %s key', (purpose) => {
    expect(ask(purpose, `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:Invented`)).toBe('not allowed');
  });
});

describe('CloudTrail', () => {
  const ask = (purpose: Purpose, action: string, source: string, from: string = source) =>
    decide(policyOf(purpose), {
      caller: { service: 'cloudtrail.amazonaws.com' },
      action,
      context: { 'aws:SourceArn': source, 'kms:EncryptionContext:aws:cloudtrail:arn': from },
    });

  test('encrypts with the audit key for this trail alone', () => {
    expect(ask('audit', 'kms:GenerateDataKey', TRAIL)).toBe('allowed');
    expect(ask('audit', 'kms:DescribeKey', TRAIL)).toBe('allowed');
    expect(ask('audit', 'kms:GenerateDataKey', `${TRAIL}-other`)).toBe('not allowed');
    expect(ask('audit', 'kms:DescribeKey', `${TRAIL}-other`)).toBe('not allowed');
    expect(ask('audit', 'kms:GenerateDataKey', TRAIL.replace(ACCOUNT, '444455556666'))).toBe('not allowed');
  });

  test('cannot read what it wrote', () => {
    expect(ask('audit', 'kms:Decrypt', TRAIL)).toBe('not allowed');
  });

  test.each(['data', 'logs', 'alarms'] as const)('cannot use the %s key', (purpose) => {
    expect(ask(purpose, 'kms:GenerateDataKey', TRAIL)).toBe('not allowed');
  });
});

describe('state machines', () => {
  const machine = `arn:aws:states:${REGION}:${ACCOUNT}:stateMachine:Invented`;
  const ask = (purpose: Purpose, action: string, arn: string, caller = CLINICIAN) =>
    decide(policyOf(purpose), {
      caller: { arn: caller },
      action,
      context: { 'kms:EncryptionContext:aws:states:stateMachineArn': arn },
    });

  test('encrypt their history with the data key, though no service forwards the call', () => {
    expect(ask('data', 'kms:GenerateDataKey', machine)).toBe('allowed');
    expect(ask('data', 'kms:Decrypt', machine)).toBe('allowed');
    expect(ask('data', 'kms:ReEncryptFrom', machine)).toBe('not allowed');
  });

  test('hand what they log to log delivery under the data key, for this account and Region', () => {
    const delivery = { service: 'delivery.logs.amazonaws.com' };
    const logs = (caller: typeof delivery | { readonly arn: string }, action: string, account = ACCOUNT) =>
      decide(policyOf('data'), {
        caller,
        action,
        context: { 'kms:EncryptionContext:SourceArn': `arn:aws:logs:${REGION}:${account}:*` },
      });
    expect(logs({ arn: CLINICIAN }, 'kms:GenerateDataKey')).toBe('allowed');
    expect(logs({ arn: CLINICIAN }, 'kms:Decrypt')).toBe('not allowed');
    expect(logs(delivery, 'kms:Decrypt')).toBe('allowed');
    expect(logs(delivery, 'kms:GenerateDataKey')).toBe('not allowed');
    expect(logs(delivery, 'kms:Decrypt', '444455556666')).toBe('not allowed');
  });

  test('of another account or Region do not', () => {
    expect(ask('data', 'kms:Decrypt', machine.replace(ACCOUNT, '444455556666'))).toBe('not allowed');
    expect(ask('data', 'kms:Decrypt', machine.replace(REGION, 'eu-west-1'))).toBe('not allowed');
  });

  test('are no way in for an administrator', () => {
    expect(ask('data', 'kms:Decrypt', machine, DEPLOYER)).toBe('denied');
    const context = { ...via('ec2'), 'kms:EncryptionContext:aws:states:stateMachineArn': machine };
    const throughAService = { caller: { arn: ACCOUNT_ROOT }, action: 'kms:Decrypt', context };
    expect(decide(policyOf('data'), throughAService)).toBe('not allowed');
  });

  test.each(['logs', 'audit', 'alarms'] as const)('cannot use the %s key', (purpose) => {
    expect(ask(purpose, 'kms:Decrypt', machine)).toBe('not allowed');
  });
});

test.each(PURPOSES)('envelopes have a key of their own: the %s key does not take direct calls', (purpose) => {
  const context = {
    'kms:EncryptionContext:tenant': 'clinic-1',
    'kms:EncryptionContext:purpose': 'redaction-tokens',
  };
  for (const action of ['kms:GenerateDataKey', 'kms:Decrypt']) {
    expect(decide(policyOf(purpose), { caller: { arn: CLINICIAN }, action, context })).toBe('not allowed');
  }
});

test('no key lets a service in that may work for another account', () => {
  const { rules } = ruleSet(RULES, { profile: 'strict' });
  const bound = rules.filter(({ id }) => id === 'kms-key-policy-bound-services');
  const outcomes = judge(assemblyOf(template as unknown as JsonObject), bound);
  expect(outcomes.map(({ verdict }) => verdict)).toEqual(PURPOSES.map(() => 'compliant'));
});
