import { aws_iam as iam, aws_kms as kms, type Stack } from 'aws-cdk-lib';
import { EnvelopeKey } from '../../lib/encryption/envelope-key';
import { TenantKeyStore, type TenantKeyStoreProps } from '../../lib/encryption/tenant-key-store';
import { at, list, onlyResource, refusal, synthesize, testStack } from '../support/synthesize';
import { decide, text, texts } from './policy-evaluator';

function storeIn(stack: Stack, props: Partial<TenantKeyStoreProps> = {}): TenantKeyStore {
  return new TenantKeyStore(stack, 'TenantKeys', {
    envelopeKey: new EnvelopeKey(stack, 'Envelope', { logicalKeyStoreName: 'invented' }),
    encryptionKey: new kms.Key(stack, 'TableKey'),
    pointInTimeRecovery: 'enabled',
    ...props,
  });
}

function tableOf(props: Partial<TenantKeyStoreProps> = {}) {
  const stack = testStack();
  storeIn(stack, props);
  return onlyResource(synthesize(stack), 'AWS::DynamoDB::Table');
}

test('the table is laid out as the key store of the AWS Encryption SDK, on demand, and outlives its stack', () => {
  expect(tableOf()).toMatchObject({
    DeletionPolicy: 'RetainExceptOnCreate',
    UpdateReplacePolicy: 'Retain',
    Properties: {
      KeySchema: [
        { AttributeName: 'branch-key-id', KeyType: 'HASH' },
        { AttributeName: 'type', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: [
        { AttributeName: 'branch-key-id', AttributeType: 'S' },
        { AttributeName: 'type', AttributeType: 'S' },
      ],
      BillingMode: 'PAY_PER_REQUEST',
      DeletionProtectionEnabled: true,
    },
  });
});

test('the table has no generated name to be guessed, no index and no stream, which would copy rows', () => {
  for (const property of [
    'TableName',
    'GlobalSecondaryIndexes',
    'LocalSecondaryIndexes',
    'StreamSpecification',
  ])
    expect(tableOf().Properties).not.toHaveProperty(property);
});

test('the table is encrypted under a second key', () => {
  const { Properties } = tableOf();
  expect(Properties['SSESpecification']).toMatchObject({ SSEEnabled: true, SSEType: 'KMS' });
  expect(text(at(Properties['SSESpecification'], 'KMSMasterKeyId'))).toMatch(/^<TableKey.*\.Arn>$/u);
});

test('fails for a table under the envelope key itself', () => {
  const stack = testStack();
  const envelopeKey = new EnvelopeKey(stack, 'Envelope', { logicalKeyStoreName: 'invented' });
  const make = () =>
    new TenantKeyStore(stack, 'TenantKeys', {
      envelopeKey,
      encryptionKey: envelopeKey.key,
      pointInTimeRecovery: 'enabled',
    });
  expect(refusal(make).code).toBe('EncryptionKey');
});

test('fails for an envelope key without the name of a key store', () => {
  const stack = testStack();
  const envelopeKey = new EnvelopeKey(stack, 'Nameless');
  expect(refusal(() => storeIn(stack, { envelopeKey })).code).toBe('LogicalKeyStoreName');
});

test('the logical name is that of the envelope key, so that its policy lets the rows be opened', () => {
  expect(storeIn(testStack()).logicalKeyStoreName).toBe('invented');
});

describe('point-in-time recovery', () => {
  test('is on where it was chosen', () => {
    expect(tableOf().Properties['PointInTimeRecoverySpecification']).toEqual({
      PointInTimeRecoveryEnabled: true,
    });
  });

  test('is off for a reason that reviewers find', () => {
    const disabledBecause = 'shredding is final within the hour; AWS Backup keeps copies';
    expect(tableOf({ pointInTimeRecovery: { disabledBecause } })).toMatchObject({
      Metadata: { 'hipaa-ai:no-point-in-time-recovery': disabledBecause },
      Properties: { PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: false } },
    });
  });

  test.each(['', '  '])('fails for no reason: %p', (disabledBecause) => {
    const error = refusal(() => storeIn(testStack(), { pointInTimeRecovery: { disabledBecause } }));
    expect(error.code).toBe('PointInTimeRecovery');
  });
});

describe('who is granted rows', () => {
  const THROUGH_DYNAMODB = { 'kms:ViaService': 'dynamodb.us-east-1.amazonaws.com' };
  const granted = (grant: (store: TenantKeyStore, role: iam.Role) => iam.Grant) => {
    const stack = testStack();
    const role = new iam.Role(stack, 'Role', { assumedBy: new iam.AccountRootPrincipal() });
    expect(grant(storeIn(stack), role).success).toBe(true);
    return onlyResource(synthesize(stack), 'AWS::IAM::Policy').Properties['PolicyDocument'];
  };
  const tableKeyIn = (policy: ReturnType<typeof granted>) =>
    list(at(policy, 'Statement'))
      .flatMap((statement) => texts(at(statement, 'Resource')))
      .find((resource) => resource.startsWith('<TableKey')) ?? '';

  test.each([
    [
      'tenants',
      (store: TenantKeyStore, role: iam.Role) => store.grantSealOpen(role),
      ['kms:Decrypt'],
      ['kms:Encrypt'],
    ],
    [
      'key managers',
      (store: TenantKeyStore, role: iam.Role) => store.grantTenantKeyManagement(role),
      ['kms:Decrypt', 'kms:Encrypt'],
      ['kms:CreateGrant'],
    ],
  ])('%s use the key of the table through DynamoDB and no other way', (_, grant, allowed, refused) => {
    const policy = granted(grant);
    const resource = tableKeyIn(policy);
    expect(resource).not.toBe('');
    for (const action of allowed) {
      expect(decide(policy, { action, resource, context: THROUGH_DYNAMODB })).toBe('allowed');
      expect(decide(policy, { action, resource })).toBe('not allowed');
      const elsewhere = { 'kms:ViaService': 's3.us-east-1.amazonaws.com' };
      expect(decide(policy, { action, resource, context: elsewhere })).toBe('not allowed');
    }
    for (const action of refused)
      expect(decide(policy, { action, resource, context: THROUGH_DYNAMODB })).toBe('not allowed');
  });

  test('nobody is granted anything on every resource but to list backups, which have none', () => {
    const policy = granted((store, role) =>
      store.grantSealOpen(role).combine(store.grantTenantKeyManagement(role)),
    );
    const onAll = list(at(policy, 'Statement')).filter((each) => texts(at(each, 'Resource')).includes('*'));
    expect(onAll.flatMap((each) => texts(at(each, 'Action')))).toEqual(['dynamodb:ListBackups']);
  });
});
