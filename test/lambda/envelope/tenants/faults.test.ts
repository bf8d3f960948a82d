import { exception, type Fault } from '../../../support/loopback-key-store';
import { errorOf } from '../keys/error-of';
import { BINDING, codeOf, TENANT, TenantRoom, TEXT } from './tenant-room';

/** A room, and a message of each version of the tenant's key. */
interface Sealed {
  readonly room: TenantRoom;
  readonly messages: Uint8Array[];
}

/** A test with a room of its own: those that wait for the SDK's pauses wait at once, with `test.concurrent`. */
function sealed<Row extends readonly unknown[]>(
  body: (sealed: Sealed, ...row: Row) => Promise<void>,
): (...row: Row) => Promise<void> {
  return async (...row) => {
    const room = await TenantRoom.open();
    try {
      await room.tenants.createTenant(TENANT);
      const messages = [await room.envelope.seal(TEXT, BINDING)];
      await room.tenants.rotateTenant(TENANT);
      messages.push(await room.fresh().seal(TEXT, BINDING));
      room.store.forgetRequests();
      await body({ room, messages }, ...row);
    } finally {
      await room.close();
    }
  };
}

/** No message lost, none unreadable, and sealing goes on. */
async function expectWhole({ room, messages }: Sealed): Promise<void> {
  room.store.fault = () => undefined;
  const reader = room.fresh();
  messages.push(await reader.seal(TEXT, BINDING));
  for (const message of messages) expect(await room.fresh().open(message, BINDING)).toEqual(TEXT);
  expect(await room.tenants.status(TENANT)).toMatchObject({ state: 'active' });
}

const once = (operation: string, answer: Fault): Fault => {
  let isOver = false;
  return (asked, proceed) => {
    if (isOver || asked !== operation) return undefined;
    isOver = true;
    return answer(asked, proceed);
  };
};

const cancelled = (Code: string): Fault => {
  const members = { CancellationReasons: [{ Code }, { Code: 'None' }, { Code: 'None' }] };
  return (operation) =>
    operation === 'TransactWriteItems' ? exception('TransactionCanceledException', 400, members) : undefined;
};

test.concurrent.each<[string, Fault, string]>([
  ['throttling', () => exception('ThrottlingException'), 'THROTTLED'],
  ['a transaction cancelled by throttling', cancelled('ThrottlingError'), 'THROTTLED'],
  ['a transaction cancelled for want of throughput', cancelled('ProvisionedThroughputExceeded'), 'THROTTLED'],
  ['another transaction at the same rows', cancelled('TransactionConflict'), 'CHANGED_MEANWHILE'],
  ['a condition that does not hold', cancelled('ConditionalCheckFailed'), 'CHANGED_MEANWHILE'],
  ['a transaction that is not valid', cancelled('ValidationError'), 'NOT_ALLOWED'],
  ['an attempt that is still on its way', () => exception('TransactionInProgressException'), 'UNAVAILABLE'],
  ['a refusal', () => exception('AccessDeniedException'), 'NOT_ALLOWED'],
  ['a failure of the service', () => exception('InternalServerError', 500), 'UNAVAILABLE'],
  [
    'KMS that answers without a ciphertext',
    (operation) => (operation === 'ReEncrypt' ? { body: {} } : undefined),
    'UNAVAILABLE',
  ],
])(
  'rotating, with %s',
  sealed(async (place, _, fault, expected) => {
    const { room } = place;
    room.store.fault = fault;
    const error = await errorOf(room.tenants.rotateTenant(TENANT));
    expect(error).toMatchObject({ name: 'TenantKeyError', code: expected });
    expect(error.stack).not.toContain('secret');
    await expectWhole(place);
    expect(await room.tenants.status(TENANT)).toMatchObject({ versions: 2 });
  }),
);

test.concurrent(
  'a connection lost after the transaction was committed: the same token makes it one rotation',
  sealed(async (place) => {
    const { room } = place;
    room.store.fault = once('TransactWriteItems', (_, proceed) => {
      proceed();
      return 'hang-up';
    });
    expect(await room.tenants.rotateTenant(TENANT)).toMatchObject({ state: 'active', versions: 3 });
    const tokens = room.store
      .asked('TransactWriteItems')
      .map((body) => (body as { ClientRequestToken: string }).ClientRequestToken);
    expect(tokens).toHaveLength(2);
    expect(new Set(tokens).size).toBe(1);
    await expectWhole(place);
  }),
);

test.concurrent(
  'so it is for creating a tenant',
  sealed(async ({ room }) => {
    room.store.fault = once('TransactWriteItems', (_, proceed) => {
      proceed();
      return 'hang-up';
    });
    expect(await room.tenants.createTenant('t-02')).toMatchObject({ state: 'active', versions: 1 });
  }),
);

test.concurrent(
  'a tenant that was made is not refused for a status that cannot be read',
  sealed(async ({ room }) => {
    let isWritten = false;
    room.store.fault = (operation) => {
      if (isWritten) return exception('ThrottlingException');
      isWritten = operation === 'TransactWriteItems';
      return undefined;
    };
    const created = await room.tenants.createTenant('t-02');
    room.store.fault = () => undefined;
    expect(created).toEqual(await room.tenants.status('t-02'));
  }),
);

test.concurrent(
  'a transaction whose every answer is lost: the caller is told to ask, and what was written seals',
  sealed(async (place) => {
    const { room } = place;
    room.store.fault = (operation, proceed) => {
      if (operation !== 'TransactWriteItems') return undefined;
      proceed();
      return 'hang-up';
    };
    const error = await errorOf(room.tenants.rotateTenant(TENANT));
    expect(error).toMatchObject({ code: 'UNAVAILABLE' });
    expect(error.message).toContain('ask for the status');
    await expectWhole(place);
    expect(await room.tenants.status(TENANT)).toMatchObject({ versions: 3 });
  }),
);

test.concurrent(
  'a table that never answers fails in bounded time, and nothing is lost',
  sealed(async (place) => {
    const { room } = place;
    room.store.fault = (operation) => (operation === 'TransactWriteItems' ? 'silence' : undefined);
    expect(await codeOf(room.tenants.rotateTenant(TENANT))).toBe('UNAVAILABLE');
    await expectWhole(place);
  }),
  20_000,
);

test.concurrent.each([
  ['throttled', exception('ProvisionedThroughputExceededException'), 'THROTTLED'],
  ['lost', 'hang-up', 'NO_KEY'],
] as const)(
  'an opening that is %s may be tried again, and opens then',
  sealed(async (place, _, answer, code) => {
    const { room, messages } = place;
    const reader = room.fresh();
    for (const operation of ['GetItem', 'Decrypt']) {
      room.store.fault = (asked) => (asked === operation ? answer : undefined);
      for (const message of messages) {
        expect(await errorOf(reader.open(message, BINDING))).toMatchObject({ code, retryable: true });
      }
    }
    await expectWhole(place);
    for (const message of messages) expect(await reader.open(message, BINDING)).toEqual(TEXT);
  }),
  20_000,
);

test.concurrent(
  'deletions of a shredding that collide with another transaction are CHANGED_MEANWHILE, and go on when repeated',
  sealed(async ({ room }) => {
    let writes = 0;
    room.store.fault = (operation, proceed) =>
      operation === 'TransactWriteItems' && (writes += 1) > 1
        ? cancelled('TransactionConflict')(operation, proceed)
        : undefined;
    expect(await codeOf(room.tenants.shredTenant(TENANT, { confirm: TENANT }))).toBe('CHANGED_MEANWHILE');
    room.store.fault = () => undefined;
    expect(await room.tenants.status(TENANT)).toMatchObject({ state: 'shredding', versions: 2 });
    await room.tenants.shredTenant(TENANT, { confirm: TENANT });
    expect(await room.tenants.status(TENANT)).toMatchObject({ state: 'shredded', versions: 0 });
  }),
);
