import { exception } from '../../../support/loopback-key-store';
import { errorOf } from '../keys/error-of';
import { BINDING, codeOf, STORE, TENANT, TenantRoom, TEXT } from './tenant-room';

const DAY = 24 * 60 * 60 * 1000;
const NOW = new Date('2026-11-27T08:09:10.123Z');
const confirm = TENANT;

let room: TenantRoom;
let message: Uint8Array;

beforeEach(async () => {
  room = await TenantRoom.open();
  await room.manager({ now: () => NOW }).createTenant(TENANT);
  message = await room.envelope.seal(TEXT, BINDING);
  room.store.forgetRequests();
});
afterEach(() => room.close());

const opens = async (): Promise<boolean> =>
  room
    .fresh()
    .open(message, BINDING)
    .then(
      () => true,
      () => false,
    );

describe('the certificate', () => {
  test('says what was deleted, and when no copy can be left', async () => {
    const { activeVersion = '' } = await room.tenants.status(TENANT);
    const createTime = '2026-11-27T08:09:10.123000Z';
    room.store.table.recovery = { PointInTimeRecoveryStatus: 'ENABLED', RecoveryPeriodInDays: 7 };
    const certificate = await room.manager({ now: () => NOW }).shredTenant(TENANT, { confirm });
    const until = (milliseconds: number): string => new Date(NOW.getTime() + milliseconds).toISOString();
    expect(certificate).toEqual({
      kind: 'hipaa-ai/shred-certificate',
      version: 1,
      tenant: TENANT,
      ...STORE,
      begunAt: NOW.toISOString(),
      finishedAt: NOW.toISOString(),
      deleted: ['beacon:ACTIVE', 'branch:ACTIVE', `branch:version:${activeVersion}`].map((type) => ({
        type,
        createTime,
      })),
      copies: {
        caches: { until: until(300_000) },
        pointInTimeRecovery: { state: 'on', until: until(7 * DAY) },
        stream: { state: 'off', until: until(0) },
        replicas: [],
        backups: [],
      },
      finalAt: until(7 * DAY),
      reservations: expect.any(Array) as string[],
    });
    expect(room.certificates).toEqual([certificate]);
  });

  test('is not final while a backup holds the keys, on whatever page it is listed', async () => {
    room.store.table.backups = [['arn:one', 'arn:two'], ['arn:three']];
    const certificate = await room.tenants.shredTenant(TENANT, { confirm });
    expect(certificate).toMatchObject({
      finalAt: null,
      copies: { backups: ['arn:one', 'arn:two', 'arn:three'] },
      reservations: expect.arrayContaining([expect.stringContaining('3 backups')]) as string[],
    });
  });

  test('assumes the longest time where the caller may not ask', async () => {
    room.store.fault = (operation) =>
      /^(Describe|List)/u.test(operation) ? exception('AccessDeniedException') : undefined;
    const { finishedAt, ...certificate } = await room.tenants.shredTenant(TENANT, { confirm });
    expect(certificate).toMatchObject({
      finalAt: null,
      copies: {
        pointInTimeRecovery: {
          state: 'unknown',
          until: new Date(Date.parse(finishedAt) + 35 * DAY).toISOString(),
        },
        stream: { state: 'unknown' },
        replicas: 'unknown',
        backups: 'unknown',
      },
    });
  });

  test('is not settled on what could not be asked because of throttling', async () => {
    room.store.fault = (operation) =>
      operation === 'ListBackups' ? exception('ThrottlingException') : undefined;
    expect(await codeOf(room.tenants.shredTenant(TENANT, { confirm }))).toBe('THROTTLED');
    room.store.fault = () => undefined;
    expect(await room.tenants.shredTenant(TENANT, { confirm })).toMatchObject({ copies: { backups: [] } });
  });

  test.each([
    [{ PointInTimeRecoveryStatus: 'DISABLED' }, false, 60_000],
    [{ PointInTimeRecoveryStatus: 'DISABLED' }, true, DAY],
    [{ PointInTimeRecoveryStatus: 'ENABLED' }, true, 35 * DAY],
  ])('with %j and a stream: %p it is final after %i ms', async (recovery, StreamEnabled, expected) => {
    room.store.table.recovery = recovery;
    room.store.table.table = { StreamSpecification: { StreamEnabled } };
    const tenants = room.manager({ cacheTtlSeconds: 60 });
    const { finishedAt, finalAt } = await tenants.shredTenant(TENANT, { confirm });
    expect(Date.parse(finalAt ?? '') - Date.parse(finishedAt)).toBe(expected);
  });
});

describe('refused', () => {
  test.each(['', 't-02', 'T-01'])('with %p for a confirmation: nothing is deleted', async (given) => {
    expect(await codeOf(room.tenants.shredTenant(TENANT, { confirm: given }))).toBe('NOT_CONFIRMED');
    expect(room.store.operations).toEqual([]);
    expect(await opens()).toBe(true);
  });

  test('an unknown tenant is NO_TENANT, and leaves no tombstone', async () => {
    expect(await codeOf(room.tenants.shredTenant('t-02', { confirm: 't-02' }))).toBe('NO_TENANT');
    expect(await room.tenants.status('t-02')).toMatchObject({ state: 'absent' });
  });

  test.each([-1, 301, 1.5])('cacheTtlSeconds %p', (cacheTtlSeconds) => {
    const text = `cacheTtlSeconds is ${cacheTtlSeconds}; give a whole number from 0 to 300`;
    expect(() => room.manager({ cacheTtlSeconds })).toThrow(new RangeError(text));
  });
});

test('another tenant is left alone', async () => {
  await room.tenants.createTenant('t-011');
  const binding = { ...BINDING, tenant: 't-011' };
  const other = await room.envelope.seal(TEXT, binding);
  await room.tenants.shredTenant(TENANT, { confirm });
  expect(await room.fresh().open(other, binding)).toEqual(TEXT);
});

describe('interrupted', () => {
  const OPERATIONS = ['Query', 'TransactWriteItems', 'DescribeTable', 'ListBackups', 'GetItem'];

  test('at each of its calls: what is repeated ends with one certificate, the same to all', async () => {
    // each crash is one call later than the one before, until there is none
    let survived = 0;
    for (let crashAt = 1; survived === 0; crashAt++) {
      const tenant = `t-crash-${crashAt}`;
      await room.tenants.createTenant(tenant);
      room.certificates.length = 0;
      let calls = 0;
      // the call is made, and its answer lost with the process
      room.store.fault = (operation, proceed) => {
        if (!OPERATIONS.includes(operation) || (calls += 1) < crashAt) return undefined;
        if (calls === crashAt) proceed();
        return exception('AccessDeniedException');
      };
      const first = await codeOf(room.tenants.shredTenant(tenant, { confirm: tenant }));
      room.store.fault = () => undefined;
      const known = [...room.certificates];
      const certificate = await room.manager().shredTenant(tenant, { confirm: tenant });
      for (const each of [...known, ...room.certificates]) expect(each).toEqual(certificate);
      expect(await room.manager().shredTenant(tenant, { confirm: tenant })).toEqual(certificate);
      expect(await room.tenants.status(tenant)).toEqual({ tenant, state: 'shredded', versions: 0 });
      if (first === 'accepted') survived = crashAt;
    }
    expect(survived).toBeGreaterThan(5);
  }, 60_000);

  test('by a vault that fails: it stays in the state shredding, and the vault gets the certificate later', async () => {
    room.isVaultShut = true;
    const times = [0, 1, 2, 3, 4, 5].map((hour) => new Date(NOW.getTime() + hour * 3_600_000));
    const tenants = room.manager({ now: () => times.shift() ?? NOW });
    const error = await errorOf(tenants.shredTenant(TENANT, { confirm }));
    expect(error).toMatchObject({ code: 'NOT_RECORDED' });
    expect(error.message).not.toContain('shut');
    expect(await opens()).toBe(false);
    expect(await tenants.status(TENANT)).toMatchObject({ state: 'shredding' });
    expect(await codeOf(tenants.createTenant(TENANT))).toBe('SHREDDED');
    room.isVaultShut = false;
    const certificate = await tenants.shredTenant(TENANT, { confirm });
    // the time is when no row was left, not when the vault came back
    expect(certificate.finishedAt).toBe(new Date(NOW.getTime() + 3_600_000).toISOString());
    expect(room.certificates).toEqual([certificate]);
    expect(await tenants.status(TENANT)).toMatchObject({ state: 'shredded' });
  });

  test('by nobody: two who shred at once give out one certificate', async () => {
    const [one, other] = await Promise.all(
      [room.manager(), room.manager()].map((each) => each.shredTenant(TENANT, { confirm })),
    );
    expect(one).toEqual(other);
    for (const each of room.certificates) expect(each).toEqual(one);
  });
});

describe('keys that come back, as from a backup', () => {
  test('are not covered by the old certificate: shredding again deletes them and says so', async () => {
    const rows = room.store.table.rows(TENANT);
    const first = await room.manager({ now: () => NOW }).shredTenant(TENANT, { confirm });
    for (const row of rows) room.store.table.put(row);
    expect(await room.tenants.status(TENANT)).toMatchObject({ state: 'shredding', versions: 1 });
    expect(await codeOf(room.tenants.rotateTenant(TENANT))).toBe('SHREDDED');
    const second = await room.tenants.shredTenant(TENANT, { confirm });
    expect(second.finishedAt).not.toBe(first.finishedAt);
    expect(await opens()).toBe(false);
    expect(room.certificates).toEqual([first, second]);
    expect(await room.tenants.status(TENANT)).toMatchObject({ state: 'shredded', versions: 0 });
  });

  test('are named when the first certificate could not name them', async () => {
    const [row] = room.store.table.rows(TENANT);
    await room.tenants.shredTenant(TENANT, { confirm });
    room.store.table.put({ ...row, type: { S: 'branch:version:another' } });
    const { deleted } = await room.tenants.shredTenant(TENANT, { confirm });
    expect(deleted.map(({ type }) => type)).toContain('branch:version:another');
  });
});

test('an active row that lost its ciphertext can be shredded', async () => {
  const { enc: _, ...rest } = room.store.table.get(TENANT, 'branch:ACTIVE') ?? {};
  room.store.table.put(rest);
  await room.tenants.shredTenant(TENANT, { confirm });
  expect(room.store.table.rows(TENANT)).toHaveLength(1);
});

describe('a rotation at the same time', () => {
  test('that is written after the rows were read is shredded with them', async () => {
    const before = room.store.table.rows(TENANT);
    await room.tenants.rotateTenant(TENANT);
    const after = room.store.table.rows(TENANT);
    for (const { type } of after) room.store.table.delete(TENANT, String(type?.['S']));
    for (const row of before) room.store.table.put(row);
    let isRead = false;
    room.store.fault = (operation, proceed) => {
      if (operation !== 'Query' || isRead) return undefined;
      isRead = true;
      const answer = proceed();
      for (const row of after) room.store.table.put(row);
      return answer;
    };
    const { deleted } = await room.tenants.shredTenant(TENANT, { confirm });
    expect(deleted.filter(({ type }) => type.startsWith('branch:version:'))).toHaveLength(2);
    expect(room.store.table.rows(TENANT)).toHaveLength(1);
    expect(await opens()).toBe(false);
  });

  test('that is written after the shredding is SHREDDED, and leaves nothing', async () => {
    const shredder = room.manager();
    room.store.kms.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          if (commandName === 'GenerateDataKeyWithoutPlaintextCommand') {
            await shredder.shredTenant(TENANT, { confirm });
          }
          return next(args);
        },
      { step: 'initialize' },
    );
    expect(await codeOf(room.tenants.rotateTenant(TENANT))).toBe('SHREDDED');
    expect(room.store.table.rows(TENANT)).toHaveLength(1);
  });
});

test('3,500 versions can be shredded, the most that one row can name', async () => {
  const [row] = room.store.table.rows(TENANT);
  for (let at = 0; at < 3500; at++) {
    const version = `0f0e0d0c-1111-4222-8333-${String(at).padStart(12, '0')}`;
    room.store.table.put({ ...row, type: { S: `branch:version:${version}` } });
  }
  const { deleted } = await room.tenants.shredTenant(TENANT, { confirm });
  expect(deleted).toHaveLength(3503);
  expect(room.store.table.rows(TENANT)).toHaveLength(1);
}, 60_000);
