import {
  KEY_ARN,
  MULTI_REGION_KEY_ARN,
  OTHER_KEY_ARN,
  REPLICA_KEY_ARN,
} from '../../../support/loopback-key-store';
import { createEnvelope } from '../../../../lambda/envelope/envelope';
import { createBranchKeys } from '../../../../lambda/envelope/keys/branch-keys';
import { TenantRoom, BINDING, STORE, TENANT, TEXT } from '../tenants/tenant-room';
import { errorOf } from './error-of';

const NO_KEY = { code: 'NO_KEY', retryable: false };

let room: TenantRoom;

beforeEach(async () => {
  room = await TenantRoom.open();
});
afterEach(() => room.close());

describe('calls', () => {
  beforeEach(async () => {
    await room.tenants.createTenant(TENANT);
    room.store.forgetRequests();
  });

  test('1000 seals and 1000 openings of many records make three calls', async () => {
    for (let at = 0; at < 1000; at++) {
      const binding = { ...BINDING, record: `r-${at}` };
      expect(await room.envelope.open(await room.envelope.seal(TEXT, binding), binding)).toEqual(TEXT);
    }
    // which version is active, its row, and the key in it
    expect(room.store.operations).toEqual(['GetItem', 'GetItem', 'Decrypt']);
  });

  test('20 cold seals at once make the calls of one, and 20 cold openings, too', async () => {
    const messages = await Promise.all(Array.from({ length: 20 }, () => room.envelope.seal(TEXT, BINDING)));
    expect(room.store.operations).toEqual(['GetItem', 'GetItem', 'Decrypt']);
    room.store.forgetRequests();
    const reader = room.fresh();
    await Promise.all(messages.map((message) => reader.open(message, BINDING)));
    expect(room.store.operations).toEqual(['GetItem', 'Decrypt']);
  });

  test('rows are read as they are now, and KMS sees the tenant and no record', async () => {
    await room.envelope.seal(TEXT, BINDING);
    for (const asked of room.store.asked('GetItem')) expect(asked).toMatchObject({ ConsistentRead: true });
    const [decrypt] = room.store.asked('Decrypt');
    const { activeVersion = '' } = await room.tenants.status(TENANT);
    expect(decrypt).toMatchObject({
      KeyId: KEY_ARN,
      EncryptionContext: {
        'branch-key-id': TENANT,
        type: `branch:version:${activeVersion}`,
        tablename: 'the-store',
        'kms-arn': KEY_ARN,
        'hierarchy-version': '1',
        'aws-crypto-ec:tenant': TENANT,
      },
    });
    expect(JSON.stringify(decrypt)).not.toContain(BINDING.record);
  });

  test('each tenant has clients of its own, and its calls are reported', async () => {
    const asked: string[] = [];
    const { kms, dynamodb } = room.store;
    const keys = createBranchKeys({
      ...STORE,
      kms: (tenant) => {
        asked.push(`kms ${tenant}`);
        return kms;
      },
      dynamodb: (tenant) => {
        asked.push(`dynamodb ${tenant}`);
        return dynamodb;
      },
    });
    await createEnvelope({ keys }).seal(TEXT, BINDING);
    expect(asked).toEqual([`dynamodb ${TENANT}`, `dynamodb ${TENANT}`, `kms ${TENANT}`]);
    await room.envelope.seal(TEXT, BINDING);
    expect(room.calls.map(({ operation, outcome }) => `${operation} ${outcome}`)).toEqual([
      'GetItem answered',
      'GetItem answered',
      'Decrypt answered',
    ]);
  });

  test('every message has a data key of its own', async () => {
    const messages = await Promise.all(Array.from({ length: 100 }, () => room.envelope.seal(TEXT, BINDING)));
    const wrapped = messages.map((message) => {
      const from =
        Buffer.from(message).indexOf('aws-kms-hierarchy') +
        'aws-kms-hierarchy'.length +
        2 +
        TENANT.length +
        2;
      return Buffer.from(message.subarray(from, from + 92)).toString('hex');
    });
    expect(new Set(wrapped).size).toBe(100);
  });
});

describe('tenants', () => {
  test('a message of one tenant is not opened as another’s, though both have the same store', async () => {
    await room.tenants.createTenant(TENANT);
    await room.tenants.createTenant('t-02');
    const message = await room.envelope.seal(TEXT, BINDING);
    const error = await errorOf(room.envelope.open(message, { ...BINDING, tenant: 't-02' }));
    expect(error).toMatchObject({ code: 'CONTEXT_MISMATCH' });
  });

  test('a row that somebody copied to another tenant is refused by KMS', async () => {
    await room.tenants.createTenant(TENANT);
    for (const row of room.store.table.rows(TENANT)) {
      room.store.table.put({ ...row, 'branch-key-id': { S: 't-02' } });
    }
    expect(await errorOf(room.envelope.seal(TEXT, { ...BINDING, tenant: 't-02' }))).toMatchObject(NO_KEY);
  });

  test('a row bound to another tenant than it is of is refused before KMS is asked', async () => {
    const { activeVersion = '' } = await room.tenants.createTenant(TENANT);
    const row = room.store.table.get(TENANT, `branch:version:${activeVersion}`);
    room.store.table.put({ ...row, 'aws-crypto-ec:tenant': { S: 't-02' } });
    room.store.forgetRequests();
    expect(await errorOf(room.envelope.seal(TEXT, BINDING))).toMatchObject(NO_KEY);
    expect(room.store.operations).not.toContain('Decrypt');
  });

  test('an active row that spells the cached key of another tenant seals nothing', async () => {
    // the cache knows 'x1' by its version and its id; a version that ends with an 'x' would complete the id '1' to it
    const { activeVersion = '' } = await room.tenants.createTenant('x1');
    await room.tenants.createTenant('1');
    await room.envelope.seal(TEXT, { ...BINDING, tenant: 'x1' });
    const row = room.store.table.get('1', 'branch:ACTIVE');
    room.store.table.put({ ...row, version: { S: `branch:version:${activeVersion}x` } });
    room.store.forgetRequests();
    expect(await errorOf(room.envelope.seal(TEXT, { ...BINDING, tenant: '1' }))).toMatchObject(NO_KEY);
    expect(room.store.operations).toEqual(['GetItem']);
  });

  test.each([
    ['no version', undefined],
    ['another type of row', { S: 'beacon:ACTIVE' }],
    ['a version that is no UUID', { S: 'branch:version:1' }],
    ['a version in capitals', { S: 'branch:version:0F0E0D0C-1111-4222-8333-444455556666' }],
  ])('an active row that names %s seals nothing', async (_, version) => {
    await room.tenants.createTenant(TENANT);
    const { version: _removed, ...row } = room.store.table.get(TENANT, 'branch:ACTIVE') ?? {};
    room.store.table.put(version === undefined ? row : { ...row, version });
    expect(await errorOf(room.envelope.seal(TEXT, BINDING))).toMatchObject(NO_KEY);
  });

  test('an unknown tenant is NO_KEY, and is asked for again the next time', async () => {
    expect(await errorOf(room.envelope.seal(TEXT, BINDING))).toMatchObject(NO_KEY);
    await room.tenants.createTenant(TENANT);
    await expect(room.envelope.seal(TEXT, BINDING)).resolves.toBeInstanceOf(Uint8Array);
  });
});

describe('KMS keys', () => {
  test('rows of another Region’s replica are taken, sealed with, and rotated', async () => {
    await room.manager({ keyArn: MULTI_REGION_KEY_ARN }).createTenant(TENANT);
    const message = await room.fresh({ keyArn: MULTI_REGION_KEY_ARN }).seal(TEXT, BINDING);
    room.store.forgetRequests();
    const there = room.fresh({ keyArn: REPLICA_KEY_ARN });
    expect(await there.open(message, BINDING)).toEqual(TEXT);
    expect(room.store.asked('Decrypt')).toEqual([
      expect.objectContaining({
        KeyId: REPLICA_KEY_ARN,
        EncryptionContext: expect.objectContaining({ 'kms-arn': MULTI_REGION_KEY_ARN }) as object,
      }),
    ]);
    const manager = room.manager({ keyArn: REPLICA_KEY_ARN });
    expect(await manager.rotateTenant(TENANT)).toMatchObject({ state: 'active', versions: 2 });
    const next = await room.fresh({ keyArn: REPLICA_KEY_ARN }).seal(TEXT, BINDING);
    for (const each of [message, next]) {
      expect(await room.fresh({ keyArn: MULTI_REGION_KEY_ARN }).open(each, BINDING)).toEqual(TEXT);
    }
  });

  test.each([
    ['another key', OTHER_KEY_ARN],
    ['the same id in another Region, which is no replica', KEY_ARN.replace('eu-west-1', 'eu-central-1')],
    ['a multi-Region key', MULTI_REGION_KEY_ARN],
    ['the same id in another account', KEY_ARN.replace('111122223333', '444455556666')],
  ])('rows of %s are refused before KMS is asked, and are damaged', async (_, keyArn) => {
    await room.tenants.createTenant(TENANT);
    room.store.forgetRequests();
    expect(await errorOf(room.fresh({ keyArn }).seal(TEXT, BINDING))).toMatchObject(NO_KEY);
    expect(room.store.operations).toEqual(['GetItem']);
    expect(await room.manager({ keyArn }).status(TENANT)).toMatchObject({ state: 'damaged', versions: 0 });
    expect(await errorOf(room.manager({ keyArn }).rotateTenant(TENANT))).toMatchObject({ code: 'DAMAGED' });
  });

  test('a replica in another account is another key', async () => {
    await room.manager({ keyArn: MULTI_REGION_KEY_ARN }).createTenant(TENANT);
    const keyArn = REPLICA_KEY_ARN.replace('111122223333', '444455556666');
    expect(await errorOf(room.fresh({ keyArn }).seal(TEXT, BINDING))).toMatchObject(NO_KEY);
  });

  test('a store under another logical name does not open the rows', async () => {
    await room.tenants.createTenant(TENANT);
    const { kms, dynamodb } = room.store;
    const keys = createBranchKeys({ kms, dynamodb, ...STORE, logicalKeyStoreName: 'another' });
    expect(await errorOf(createEnvelope({ keys }).seal(TEXT, BINDING))).toMatchObject(NO_KEY);
  });
});

test.each([
  ['the wrapped key', 92 - 1],
  ['its version', 30],
  ['its salt', 0],
])('a message with a flipped bit in %s is NO_KEY', async (_, at) => {
  await room.tenants.createTenant(TENANT);
  const message = Buffer.from(await room.envelope.seal(TEXT, BINDING));
  const from = message.indexOf('aws-kms-hierarchy') + 'aws-kms-hierarchy'.length + 2 + TENANT.length + 2;
  message.writeUInt8(message.readUInt8(from + at) ^ 1, from + at);
  expect(await errorOf(room.fresh().open(message, BINDING))).toMatchObject(NO_KEY);
});
