import { parse } from 'yaml';
import { LOCK_DAYS } from '../../lib/audit/locked-bucket';
import { ROTATION_DAYS } from '../../lib/encryption/rotation-period';
import { InvalidSettings, parseSettings } from '../../lib/environment/settings';
import { TEXT_LENGTH } from '../../lib/redaction/redaction-function';
import { LITE } from '../bedrock/approved-models';

const REPLICA = {
  bucketArn: 'arn:aws:s3:::invented-replica',
  keyArn: 'arn:aws:kms:us-west-2:111122223333:key/00000000-0000-4000-8000-000000000000',
};

type Change = Readonly<Record<string, unknown>>;

function settings(change: Change = {}): Change {
  return {
    environment: 'dev',
    region: 'us-east-1',
    allowedRegions: ['us-east-1'],
    network: { availabilityZones: ['us-east-1a', 'us-east-1b'] },
    bedrock: { models: [LITE] },
    ...change,
  };
}

function problemsOf(value: unknown): readonly string[] {
  try {
    parseSettings(value, 'config/dev.yaml');
  } catch (error) {
    if (error instanceof InvalidSettings) return error.problems;
    throw error;
  }
  return [];
}

test('what is left out gets the safe and reversible value', () => {
  expect(parseSettings(settings(), 'config/dev.yaml')).toEqual({
    environment: 'dev',
    production: false,
    dataClass: 'NO_PHI',
    region: 'us-east-1',
    allowedRegions: ['us-east-1'],
    keys: { administrators: [], rotationDays: 365 },
    network: { cidr: '10.40.0.0/16', availabilityZones: ['us-east-1a', 'us-east-1b'], internalNames: [] },
    audit: { lockDays: 2192, compliance: false },
    alarms: { subscribers: [] },
    bedrock: { models: [LITE], accountSettings: 'here' },
    redaction: { maxTextLength: 1_000_000 },
  });
});

test('what is given is kept', () => {
  const given = settings({
    production: true,
    account: '000000000042',
    tenant: 't-1',
    tenantKeys: { logicalKeyStoreName: 'invented', pointInTimeRecovery: 'enabled' },
    keys: { administrators: ['arn:aws:iam::111122223333:role/Custodian*'], rotationDays: 90 },
    audit: { lockDays: 3000, compliance: true, replica: REPLICA },
    alarms: { subscribers: ['arn:aws:sqs:us-east-1:111122223333:on-call'] },
    redaction: { reservedConcurrency: 5, maxTextLength: 1000 },
  });
  expect(parseSettings(given, 'config/prod.yaml')).toMatchObject(given);
});

test.each(['ward@example.org', 'https://example.org/page', 'arn:aws:sns:us-east-1:111122223333:other'])(
  '%s cannot be told of alarms',
  (subscriber) => {
    expect(problemsOf(settings({ alarms: { subscribers: [subscriber] } }))).toEqual([
      'alarms.subscribers.0: is no ARN of an SQS queue or a Lambda function',
    ]);
  },
);

describe('names of environments', () => {
  test.each(['a', 'dev', 'eu-prod-2', 'a'.repeat(16)])('%s is accepted', (environment) => {
    expect(problemsOf(settings({ environment }))).toEqual([]);
  });

  test.each(['', 'a'.repeat(17), 'Dev', '2dev', '-dev', 'dev-', 'de--v', 'de v', '../dev', 'dév', 'dev\n'])(
    'fails for %p',
    (environment) => {
      expect(problemsOf(settings({ environment }))).toEqual([
        'environment: is no name: a-z, 0-9 and single hyphens between them, at most 16, a letter first',
      ]);
    },
  );
});

describe('bad settings', () => {
  test.each<[string, Change, string]>([
    ['a Region that is none', { region: 'us-east' }, 'region: is no AWS Region, such as us-east-1'],
    [
      'a Region that is not allowed',
      { region: 'us-west-2', network: { availabilityZones: ['us-west-2a', 'us-west-2b'] } },
      "region: 'us-west-2' is not in allowedRegions; add it there or choose one that is",
    ],
    [
      'no allowed Region',
      { allowedRegions: [] },
      'allowedRegions: Too small: expected array to have >=1 items',
    ],
    ['an account as a number', { account: 111122223333 }, 'account: Invalid input: expected string'],
    ['a short account', { account: '11112222333' }, 'account: is no AWS account: twelve digits, in quotes'],
    [
      'a name that would let everything resolve',
      { network: { availabilityZones: ['us-east-1a', 'us-east-1b'], internalNames: ['*'] } },
      'network.internalNames.0: is no name of two labels or more in lower case',
    ],
    ['one zone', { network: { availabilityZones: ['us-east-1a'] } }, 'network.availabilityZones: Too small'],
    [
      'a zone twice',
      { network: { availabilityZones: ['us-east-1a', 'us-east-1a'] } },
      'network.availabilityZones: names a zone twice',
    ],
    [
      'a zone elsewhere',
      { network: { availabilityZones: ['us-east-1a', 'us-west-2b'] } },
      "network.availabilityZones.1: 'us-west-2b' is not in us-east-1",
    ],
    [
      'the zone an account look-up invents',
      { network: { availabilityZones: ['us-east-1a', 'dummy1b'] } },
      'network.availabilityZones.1: is no Availability Zone name, such as us-east-1a',
    ],
    [
      'a range that is none',
      { network: { cidr: '10.40.0.0', availabilityZones: ['us-east-1a', 'us-east-1b'] } },
      'network.cidr: Invalid IPv4 range',
    ],
    [
      'a lock of 2191 days',
      { audit: { lockDays: 2191 } },
      'audit.lockDays: Too small: expected number to be >=2192',
    ],
    ['a lock of 36 501 days', { audit: { lockDays: 36_501 } }, 'audit.lockDays: Too big'],
    [
      'a lock of part of a day',
      { audit: { lockDays: 2192.5 } },
      'audit.lockDays: Invalid input: expected int',
    ],
    [
      'compliance outside production',
      { audit: { compliance: true } },
      'audit.compliance: cannot be undone, so it needs production: true',
    ],
    [
      'compliance as a word',
      { audit: { compliance: 'yes' } },
      'audit.compliance: Invalid input: expected boolean',
    ],
    [
      'a replica without its key',
      { audit: { replica: { bucketArn: REPLICA.bucketArn } } },
      'audit.replica.keyArn: Invalid input: expected string',
    ],
    [
      'a replica named, not by ARN',
      { audit: { replica: { ...REPLICA, bucketArn: 'invented-replica' } } },
      'audit.replica.bucketArn: is no bucket ARN',
    ],
    [
      'a replica key by alias',
      { audit: { replica: { ...REPLICA, keyArn: 'arn:aws:kms:us-west-2:111122223333:alias/invented' } } },
      'audit.replica.keyArn: is no KMS key ARN',
    ],
    ['no model', { bedrock: { models: [] } }, 'bedrock.models: Too small'],
    [
      'a model without its approval',
      { bedrock: { models: ['amazon.nova-lite-v1:0'] } },
      'bedrock.models.0: is an id alone; give modelId, regions, dataClasses',
    ],
    [
      'no model approved for the data here',
      { bedrock: { models: [{ ...LITE, dataClasses: ['PHI'] }] } },
      'bedrock.models: none is approved for NO_PHI, the data class here',
    ],
    [
      'an approval that nobody gave',
      { bedrock: { models: [{ ...LITE, approval: { ...LITE.approval, by: ' ' } }] } },
      'bedrock.models.0.approval.by',
    ],
    [
      'PHI outside of production',
      { dataClass: 'PHI' },
      'dataClass: PHI is PHI, so it needs production: true',
    ],
    [
      'redacted text outside of production',
      { dataClass: 'REDACTED', bedrock: { models: [{ ...LITE, dataClasses: ['REDACTED'] }] } },
      'dataClass: REDACTED is PHI, so it needs production: true',
    ],
    ['data said to be de-identified', { dataClass: 'DEIDENTIFIED' }, 'dataClass: Invalid option'],
    [
      'account settings left to nobody',
      { bedrock: { models: [LITE], accountSettings: { leftTo: ' ' } } },
      'bedrock.accountSettings',
    ],
    [
      'a log of prompts locked for no day',
      { bedrock: { models: [LITE], invocationLogLockDays: 0 } },
      'bedrock.invocationLogLockDays: Too small',
    ],
    [
      'a log of prompts locked for longer than it is kept',
      { bedrock: { models: [LITE], invocationLogLockDays: 2193 } },
      'bedrock.invocationLogLockDays: Too big',
    ],
    ['a rotation of 89 days', { keys: { rotationDays: 89 } }, 'keys.rotationDays: Too small'],
    ['a rotation of 366 days', { keys: { rotationDays: 366 } }, 'keys.rotationDays: Too big'],
    [
      'everybody as administrator',
      { keys: { administrators: ['*'] } },
      'keys.administrators.0: is no ARN of a role or user',
    ],
    [
      'an account as administrator',
      { keys: { administrators: ['arn:aws:iam::111122223333:root'] } },
      'keys.administrators.0: is no ARN of a role or user',
    ],
    ['a tenant that is no id', { tenant: 'two words' }, 'tenant: is no id'],
    ['a tenant of 129 letters', { tenant: 'x'.repeat(129) }, 'tenant: is no id'],
    ['no tenant', { tenant: '' }, 'tenant: is no id'],
    [
      'tenant keys of which nobody says whether they can be recovered',
      { tenantKeys: {} },
      'tenantKeys.pointInTimeRecovery',
    ],
    [
      'no recovery of tenant keys, and no reason',
      { tenantKeys: { pointInTimeRecovery: { disabledBecause: ' ' } } },
      'tenantKeys.pointInTimeRecovery',
    ],
    [
      'a key store without a name',
      { tenantKeys: { logicalKeyStoreName: 'ab', pointInTimeRecovery: 'enabled' } },
      'tenantKeys.logicalKeyStoreName: is no name',
    ],
    ['no concurrency', { redaction: { reservedConcurrency: 0 } }, 'redaction.reservedConcurrency: Too small'],
    ['no text', { redaction: { maxTextLength: 0 } }, 'redaction.maxTextLength: Too small'],
    ['too long a text', { redaction: { maxTextLength: 1_000_001 } }, 'redaction.maxTextLength: Too big'],
    ['a key nobody knows', { naGateways: 1 }, '(top level): Unrecognized key: "naGateways"'],
    [
      'a key nobody knows inside',
      { network: { availabilityZones: ['us-east-1a', 'us-east-1b'], natGateways: 1 } },
      'network: Unrecognized key: "natGateways"',
    ],
    ['nothing where something is needed', { region: null }, 'region: Invalid input: expected string'],
  ])('fails for %s', (_, change, problem) => {
    expect(problemsOf(settings(change))).toContainEqual(expect.stringContaining(problem));
  });

  test.each([undefined, null, [], 'dev', 1, true])('fails for %p in place of settings', (value) => {
    expect(problemsOf(value)).toEqual([
      expect.stringMatching(/^\(top level\): Invalid input: expected object/u),
    ]);
  });
});

test('all problems are listed at once, each with its path', () => {
  const bad = settings({
    environment: 'DEV',
    keys: { rotationDays: 1 },
    audit: { lockDays: 1, surprise: true },
    bedrock: {},
  });
  expect(
    problemsOf(bad)
      .map((problem) => problem.split(':')[0] ?? '')
      .sort((a, b) => a.localeCompare(b)),
  ).toEqual(['audit', 'audit.lockDays', 'bedrock.models', 'environment', 'keys.rotationDays']);
});

test('the message names the file and has one line for each problem', () => {
  const read = (change: Change) => () => parseSettings(settings(change), 'config/dev.yaml');
  expect(read({ account: 'y', production: 'no' })).toThrow(
    /^config\/dev\.yaml: 2 problems\n {2}- production: .*\n {2}- account: [^\n]*$/u,
  );
  expect(read({ account: 'y' })).toThrow(/^config\/dev\.yaml: 1 problem\n/u);
});

describe('hostile keys', () => {
  afterEach(() => {
    expect(({} as Change)['production']).toBeUndefined();
  });

  test.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])(
    '%s is refused and changes nothing',
    (key) => {
      const hostile: unknown = parse(
        `${key}: { production: true }\nenvironment: dev\nregion: us-east-1\nallowedRegions: [us-east-1]\n` +
          'network: { availabilityZones: [us-east-1a, us-east-1b] }\nbedrock: {}\n',
      );
      expect(problemsOf(hostile)).toContain(`(top level): Unrecognized key: "${key}"`);
    },
  );
});

test('a reason not to recover tenant keys is kept', () => {
  const pointInTimeRecovery = { disabledBecause: 'shredding is final at once' };
  const given = settings({ tenant: 'x'.repeat(128), tenantKeys: { pointInTimeRecovery } });
  expect(parseSettings(given, 'config/dev.yaml')).toMatchObject(given);
});

test('limits are those of the constructs', () => {
  expect(problemsOf(settings({ audit: { lockDays: LOCK_DAYS.shortest } }))).toEqual([]);
  expect(problemsOf(settings({ audit: { lockDays: LOCK_DAYS.longest } }))).toEqual([]);
  expect(problemsOf(settings({ keys: { rotationDays: ROTATION_DAYS.shortest } }))).toEqual([]);
  expect(problemsOf(settings({ keys: { rotationDays: ROTATION_DAYS.longest } }))).toEqual([]);
  expect(problemsOf(settings({ redaction: { maxTextLength: TEXT_LENGTH.shortest } }))).toEqual([]);
  expect(problemsOf(settings({ redaction: { maxTextLength: TEXT_LENGTH.longest } }))).toEqual([]);
});
