import { errorOf } from '../keys/error-of';
import { BINDING, codeOf, STORE, TENANT, TenantRoom, TEXT } from './tenant-room';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u;

let room: TenantRoom;

beforeEach(async () => {
  room = await TenantRoom.open();
});
afterEach(() => room.close());

test('the life of a tenant: create, seal, rotate, open old and new, shred, open nothing', async () => {
  const { tenants, keys, envelope } = room;
  expect(await tenants.status(TENANT)).toEqual({ tenant: TENANT, state: 'absent', versions: 0 });
  const created = await tenants.createTenant(TENANT);
  expect(created).toMatchObject({ state: 'active', versions: 1 });
  const old = await envelope.seal(TEXT, BINDING);
  const rotated = await tenants.rotateTenant(TENANT);
  expect(rotated).toMatchObject({ state: 'active', versions: 2 });
  expect(rotated.activeVersion).not.toBe(created.activeVersion);
  keys.forget();
  const next = await envelope.seal(TEXT, BINDING);
  for (const message of [old, next]) expect(await room.fresh().open(message, BINDING)).toEqual(TEXT);
  await tenants.shredTenant(TENANT, { confirm: TENANT });
  // a process that had the keys has them until its time to live is over, or it forgets
  expect(await envelope.open(next, BINDING)).toEqual(TEXT);
  keys.forget();
  for (const message of [old, next]) {
    expect(await errorOf(envelope.open(message, BINDING))).toMatchObject({
      code: 'NO_KEY',
      retryable: false,
    });
  }
  expect(await errorOf(envelope.seal(TEXT, BINDING))).toMatchObject({ code: 'NO_KEY', retryable: false });
  expect(await tenants.status(TENANT)).toEqual({ tenant: TENANT, state: 'shredded', versions: 0 });
  expect(await codeOf(tenants.createTenant(TENANT))).toBe('SHREDDED');
  expect(await codeOf(tenants.rotateTenant(TENANT))).toBe('SHREDDED');
});

describe('create', () => {
  test('writes a version, the active row of it, and a beacon, as the specification has them', async () => {
    const now = (): Date => new Date('2026-11-27T08:09:10.123Z');
    const { activeVersion = '' } = await room.manager({ now }).createTenant(TENANT);
    expect(activeVersion).toMatch(UUID);
    const common = {
      'branch-key-id': { S: TENANT },
      'create-time': { S: '2026-11-27T08:09:10.123000Z' },
      'kms-arn': { S: STORE.keyArn },
      'hierarchy-version': { N: '1' },
      'aws-crypto-ec:tenant': { S: TENANT },
      enc: { B: expect.any(String) as string },
    };
    const type = `branch:version:${activeVersion}`;
    expect(room.store.table.rows(TENANT)).toEqual([
      { ...common, type: { S: 'beacon:ACTIVE' } },
      { ...common, type: { S: 'branch:ACTIVE' }, version: { S: type } },
      { ...common, type: { S: type } },
    ]);
  });

  test('uses no permission to see a key', async () => {
    await room.tenants.createTenant(TENANT);
    await room.tenants.rotateTenant(TENANT);
    await room.tenants.shredTenant(TENANT, { confirm: TENANT });
    expect(new Set(room.store.operations)).toEqual(
      new Set([
        'DescribeContinuousBackups',
        'DescribeTable',
        'GenerateDataKeyWithoutPlaintext',
        'GetItem',
        'ListBackups',
        'Query',
        'ReEncrypt',
        'TransactWriteItems',
      ]),
    );
  });

  test('twice is TENANT_EXISTS, and leaves the first key as it was', async () => {
    await room.tenants.createTenant(TENANT);
    const message = await room.envelope.seal(TEXT, BINDING);
    expect(await codeOf(room.tenants.createTenant(TENANT))).toBe('TENANT_EXISTS');
    expect(await room.fresh().open(message, BINDING)).toEqual(TEXT);
  });

  test('at the same time in two places: one is made, and seals', async () => {
    const outcomes = await Promise.all(
      [room.manager(), room.manager()].map((each) => codeOf(each.createTenant(TENANT))),
    );
    expect(outcomes.toSorted()).toEqual(['TENANT_EXISTS', 'accepted']);
    expect(await room.tenants.status(TENANT)).toMatchObject({ state: 'active', versions: 1 });
  });

  test.each([
    ['of no characters', '', 'INVALID_TENANT'],
    ['of 1024 bytes', 'é'.repeat(512), 'accepted'],
    ['of 1025 bytes', `${'é'.repeat(512)}x`, 'INVALID_TENANT'],
    ['that is not Unicode text', '\ud800', 'INVALID_TENANT'],
    ['of astral characters', 't-🔑', 'accepted'],
  ])('an id %s', async (_, tenant, expected) => {
    expect(await codeOf(room.tenants.createTenant(tenant))).toBe(expected);
  });
});

describe('rotate', () => {
  test('an unknown tenant is NO_TENANT', async () => {
    expect(await codeOf(room.tenants.rotateTenant(TENANT))).toBe('NO_TENANT');
  });

  test('at the same time in several places: one wins, the others are CHANGED_MEANWHILE and leave nothing', async () => {
    await room.tenants.createTenant(TENANT);
    const message = await room.envelope.seal(TEXT, BINDING);
    // all have read the same active row before any of them writes
    const written: (() => void)[] = [];
    room.store.dynamodb.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          if (commandName === 'TransactWriteItemsCommand' && written.length < 4) {
            await new Promise<void>((resolve) => {
              written.push(resolve);
              if (written.length === 4) for (const go of written) go();
            });
          }
          return next(args);
        },
      { step: 'initialize' },
    );
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, () => codeOf(room.manager().rotateTenant(TENANT))),
    );
    expect(outcomes.toSorted()).toEqual([
      'CHANGED_MEANWHILE',
      'CHANGED_MEANWHILE',
      'CHANGED_MEANWHILE',
      'accepted',
    ]);
    expect(await room.tenants.status(TENANT)).toMatchObject({ state: 'active', versions: 2 });
    expect(await room.fresh().open(message, BINDING)).toEqual(TEXT);
  });

  test('keeps what else a row says, as of another SDK’s', async () => {
    await room.tenants.createTenant(TENANT);
    await room.tenants.rotateTenant(TENANT);
    const rows = room.store.table.rows(TENANT).filter(({ type }) => type?.['S'] !== 'beacon:ACTIVE');
    expect(new Set(rows.map((row) => Object.keys(row).toSorted().join()))).toEqual(
      new Set([
        'aws-crypto-ec:tenant,branch-key-id,create-time,enc,hierarchy-version,kms-arn,type',
        'aws-crypto-ec:tenant,branch-key-id,create-time,enc,hierarchy-version,kms-arn,type,version',
      ]),
    );
  });

  test('more than 100 versions, over many pages, all open, and all are shredded', async () => {
    room.store.table.pageRows = 40;
    await room.tenants.createTenant(TENANT);
    const messages: Uint8Array[] = [];
    for (let at = 0; at < 104; at++) {
      room.keys.forget();
      messages.push(await room.envelope.seal(TEXT, BINDING));
      await room.tenants.rotateTenant(TENANT);
    }
    expect(await room.tenants.status(TENANT)).toMatchObject({ state: 'active', versions: 105 });
    const reader = room.fresh();
    for (const message of messages) expect(await reader.open(message, BINDING)).toEqual(TEXT);
    const { deleted } = await room.tenants.shredTenant(TENANT, { confirm: TENANT });
    expect(new Set(deleted.map(({ type }) => type)).size).toBe(107);
    expect(room.store.table.rows(TENANT)).toHaveLength(1);
  }, 60_000);
});

describe('a store that is damaged', () => {
  const seal = async (): Promise<string> =>
    room
      .fresh()
      .seal(TEXT, BINDING)
      .then(
        () => 'accepted',
        (error: Error) => error.message.replace(/:.*/u, ''),
      );

  test('an active row of a version without a row seals nothing, and rotating repairs it', async () => {
    const { activeVersion = '' } = await room.tenants.createTenant(TENANT);
    const old = await room.envelope.seal(TEXT, BINDING);
    const { activeVersion: lost = '' } = await room.tenants.rotateTenant(TENANT);
    room.store.table.delete(TENANT, `branch:version:${lost}`);
    expect(lost).not.toBe(activeVersion);
    expect(await seal()).toBe('NO_KEY');
    expect(await room.fresh().open(old, BINDING)).toEqual(TEXT);
    expect(await room.tenants.status(TENANT)).toMatchObject({ state: 'damaged', versions: 1 });
    expect(await room.tenants.rotateTenant(TENANT)).toMatchObject({ state: 'active', versions: 2 });
    expect(await seal()).toBe('accepted');
    expect(await room.fresh().open(old, BINDING)).toEqual(TEXT);
  });

  test('a version that no active row names does no harm', async () => {
    await room.tenants.createTenant(TENANT);
    const before = room.store.table.get(TENANT, 'branch:ACTIVE');
    const { activeVersion } = await room.tenants.rotateTenant(TENANT);
    const message = await room.fresh().seal(TEXT, BINDING);
    if (before !== undefined) room.store.table.put(before);
    const status = await room.tenants.status(TENANT);
    expect(status).toMatchObject({ state: 'active', versions: 2 });
    expect(status.activeVersion).not.toBe(activeVersion);
    expect(await seal()).toBe('accepted');
    expect(await room.fresh().open(message, BINDING)).toEqual(TEXT);
    expect(await room.tenants.rotateTenant(TENANT)).toMatchObject({ versions: 3 });
  });

  test('without an active row nothing is sealed, old messages open, and rotating is DAMAGED', async () => {
    await room.tenants.createTenant(TENANT);
    const message = await room.envelope.seal(TEXT, BINDING);
    room.store.table.delete(TENANT, 'branch:ACTIVE');
    expect(await seal()).toBe('NO_KEY');
    expect(await codeOf(room.tenants.rotateTenant(TENANT))).toBe('DAMAGED');
    expect(await room.fresh().open(message, BINDING)).toEqual(TEXT);
    await room.tenants.shredTenant(TENANT, { confirm: TENANT });
    expect(await errorOf(room.fresh().open(message, BINDING))).toMatchObject({ code: 'NO_KEY' });
  });

  test('an active row that was altered is not rotated: KMS does not know it', async () => {
    await room.tenants.createTenant(TENANT);
    const row = room.store.table.get(TENANT, 'branch:ACTIVE');
    room.store.table.put({ ...row, 'create-time': { S: '2020-01-01T00:00:00.000000Z' } });
    expect(await codeOf(room.tenants.rotateTenant(TENANT))).toBe('NOT_ALLOWED');
    expect(await room.tenants.status(TENANT)).toMatchObject({ versions: 1 });
  });
});
