import { randomBytes } from 'node:crypto';
import { BranchKeyStoreNode } from '@aws-crypto/client-node';
import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DynamoDBClient,
  GetItemCommand,
  ListBackupsCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  type AttributeValue,
} from '@aws-sdk/client-dynamodb';
import {
  DecryptCommand,
  GenerateDataKeyWithoutPlaintextCommand,
  KMSClient,
  ReEncryptCommand,
} from '@aws-sdk/client-kms';
import { createEnvelope } from '../../lambda/envelope/envelope';
import { createBranchKeys } from '../../lambda/envelope/keys/branch-keys';
import { createKmsDataKeys } from '../../lambda/envelope/keys/kms-data-keys';
import { createTenantKeys } from '../../lambda/envelope/tenants/tenant-keys';
import { FakeKms, KEY_ARN } from '../lambda/envelope/fake-kms';
import { contextKeys, EnvelopePlace, KEY_STORE, OTHER_TENANT, TENANT } from './envelope-place';

// What policies demand is written down once more than it is said: here the calls of run-time code decide.

type Context = Readonly<Record<string, string>>;
interface Call {
  readonly action: string;
  readonly context: Context;
}

const place = new EnvelopePlace();
const ON_SAME_KEY = { 'kms:ReEncryptOnSameKey': ['true'] };
const ask = (who: string, { action, context }: Call) =>
  place.onKey(who, action, {
    ...contextKeys(context),
    ...(action.startsWith('ReEncrypt') ? ON_SAME_KEY : {}),
  });

describe('an envelope with data keys of its own', () => {
  const sealAndOpen = async (tenant: string): Promise<readonly Call[]> => {
    const kms = new FakeKms();
    const envelope = createEnvelope({ keys: createKmsDataKeys({ kms, keyArn: KEY_ARN }) });
    const binding = { tenant, purpose: 'invented', record: 'r-1' };
    await envelope.open(await envelope.seal(Buffer.from('invented'), binding), binding);
    return kms.calls.map(({ operation, context }) => ({ action: operation, context }));
  };

  test('makes calls that its tenant may make, and no other tenant', async () => {
    const calls = await sealAndOpen(TENANT);
    expect(calls.map(({ action }) => action)).toEqual(['GenerateDataKey', 'Decrypt']);
    for (const call of calls) {
      expect([call.action, ask(`Clinic@${TENANT}`, call)]).toEqual([call.action, 'allow']);
      expect([call.action, ask(`Clinic@${OTHER_TENANT}`, call)]).toEqual([call.action, 'deny']);
      expect([call.action, ask('Manager', call)]).toEqual([call.action, 'deny']);
    }
  });

  test('is sealed by who cannot open it', async () => {
    const [seal, open] = await sealAndOpen(TENANT);
    if (!seal || !open) throw new Error('no calls');
    expect(ask(`Sealer@${TENANT}`, seal)).toBe('allow');
    expect(ask(`Sealer@${TENANT}`, open)).toBe('none');
  });
});

const ROW_ACTIONS: Readonly<Record<string, string>> = {
  Put: 'PutItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
};
const TABLE_CALLS = [
  [DescribeContinuousBackupsCommand, 'DescribeContinuousBackups'],
  [DescribeTableCommand, 'DescribeTable'],
  [ListBackupsCommand, 'ListBackups'],
] as const;

/** The calls to a key store, answered before they leave the clients. */
class RecordedKeyStore {
  readonly calls: Call[] = [];
  readonly rowActions = new Set<string>();
  readonly #rows = new Map<string, Record<string, AttributeValue>>();

  readonly kms = this.#kms();
  readonly dynamodb = this.#dynamoDb();

  readonly store = new BranchKeyStoreNode({
    logicalKeyStoreName: KEY_STORE,
    kmsConfiguration: { identifier: KEY_ARN },
    keyManagement: { kmsClient: this.kms },
    storage: { ddbTableName: 'Invented', ddbClient: this.dynamodb },
  });

  /** For the constructors of our own library. */
  get ours() {
    const { kms, dynamodb } = this;
    return { kms, dynamodb, tableName: 'Invented', logicalKeyStoreName: KEY_STORE, keyArn: KEY_ARN };
  }

  #kms(): KMSClient {
    const client = new KMSClient({ region: 'eu-west-1' });
    client.send = ((command: unknown) => Promise.resolve(this.#wrapped(command))) as typeof client.send;
    return client;
  }

  #wrapped(command: unknown): object {
    const $metadata = {};
    const wrapped = { $metadata, CiphertextBlob: randomBytes(64), KeyId: KEY_ARN, SourceKeyId: KEY_ARN };
    if (command instanceof ReEncryptCommand) {
      const { SourceEncryptionContext = {}, DestinationEncryptionContext = {} } = command.input;
      this.calls.push({ action: 'ReEncryptFrom', context: SourceEncryptionContext });
      this.calls.push({ action: 'ReEncryptTo', context: DestinationEncryptionContext });
      return wrapped;
    }
    if (command instanceof GenerateDataKeyWithoutPlaintextCommand) {
      const { EncryptionContext: context = {} } = command.input;
      this.calls.push({ action: 'GenerateDataKeyWithoutPlaintext', context });
      return wrapped;
    }
    if (!(command instanceof DecryptCommand)) throw new Error('a call of KMS that nobody expects');
    this.calls.push({ action: 'Decrypt', context: command.input.EncryptionContext ?? {} });
    return { $metadata, Plaintext: randomBytes(32), KeyId: KEY_ARN };
  }

  #dynamoDb(): DynamoDBClient {
    const client = new DynamoDBClient({ region: 'eu-west-1' });
    client.send = ((command: unknown) => Promise.resolve(this.#rowsFor(command))) as typeof client.send;
    return client;
  }

  #rowsFor(command: unknown): object {
    const keyOf = (row: Record<string, AttributeValue>) => `${row['branch-key-id']?.S} ${row['type']?.S}`;
    if (command instanceof TransactWriteItemsCommand) {
      for (const item of command.input.TransactItems ?? []) {
        const kinds = Object.keys(item);
        for (const kind of kinds) this.rowActions.add(ROW_ACTIONS[kind] ?? kind);
        if (item.Put?.Item) this.#rows.set(keyOf(item.Put.Item), item.Put.Item);
        if (item.Delete?.Key) this.#rows.delete(keyOf(item.Delete.Key));
      }
      return { $metadata: {} };
    }
    const [, tableCall] = TABLE_CALLS.find(([kind]) => command instanceof kind) ?? [];
    if (tableCall) {
      this.rowActions.add(tableCall);
      return { $metadata: {} };
    }
    if (command instanceof QueryCommand) {
      this.rowActions.add('Query');
      return { $metadata: {}, Items: [...this.#rows.values()] };
    }
    if (!(command instanceof GetItemCommand)) throw new Error('a call of DynamoDB that nobody expects');
    this.rowActions.add('GetItem');
    return { $metadata: {}, Item: this.#rows.get(keyOf(command.input.Key ?? {})) };
  }
}

describe('the key store of the AWS Encryption SDK', () => {
  const made = async (tenant: string) => {
    const recorded = new RecordedKeyStore();
    await recorded.store.createKey({ branchKeyIdentifier: tenant, encryptionContext: { tenant } });
    await recorded.store.versionKey({ branchKeyIdentifier: tenant });
    return recorded;
  };

  test('creates and rotates by calls that a key manager may make for any tenant, and no tenant may', async () => {
    for (const tenant of [TENANT, OTHER_TENANT]) {
      const { calls, rowActions } = await made(tenant);
      expect(new Set(calls.map(({ action }) => action))).toEqual(
        new Set(['GenerateDataKeyWithoutPlaintext', 'ReEncryptFrom', 'ReEncryptTo']),
      );
      for (const call of calls) {
        expect([call.action, ask('Manager', call)]).toEqual([call.action, 'allow']);
        expect([call.action, ask(`Clinic@${tenant}`, call)]).toEqual([call.action, 'deny']);
      }
      expect([...rowActions].sort()).toEqual(['GetItem', 'PutItem']);
      for (const action of rowActions)
        expect([action, place.onTable('Manager', action, [tenant])]).toEqual([action, 'allow']);
    }
  });

  test('opens by calls that the tenant may make, and neither another tenant nor the manager', async () => {
    const { store, calls, rowActions } = await made(TENANT);
    calls.length = 0;
    rowActions.clear();
    const { branchKeyVersion } = await store.getActiveBranchKey(TENANT);
    await store.getBranchKeyVersion(TENANT, Buffer.from(branchKeyVersion).toString('utf8'));
    expect(calls.map(({ action, context }) => [action, context['type']?.split(':')[1]])).toEqual([
      ['Decrypt', 'ACTIVE'],
      ['Decrypt', 'version'],
    ]);
    for (const call of calls) {
      expect(ask(`Clinic@${TENANT}`, call)).toBe('allow');
      expect(ask(`Clinic@${OTHER_TENANT}`, call)).toBe('deny');
      expect(ask('Manager', call)).toBe('deny');
    }
    expect([...rowActions]).toEqual(['GetItem']);
    expect(place.onTable(`Clinic@${TENANT}`, 'GetItem', [TENANT])).toBe('allow');
    expect(place.onTable(`Clinic@${OTHER_TENANT}`, 'GetItem', [TENANT])).toBe('none');
  });
});

describe('our own keys of tenants', () => {
  const managed = async (tenant: string) => {
    const recorded = new RecordedKeyStore();
    const keys = createTenantKeys({ ...recorded.ours, vault: () => undefined });
    await keys.createTenant(tenant);
    await keys.rotateTenant(tenant);
    return { recorded, keys };
  };

  test('are created, rotated and shredded by calls that a key manager may make, and no tenant may', async () => {
    const { recorded, keys } = await managed(TENANT);
    await keys.shredTenant(TENANT, { confirm: TENANT });
    const { calls, rowActions } = recorded;
    expect(new Set(calls.map(({ action }) => action))).toEqual(
      new Set(['GenerateDataKeyWithoutPlaintext', 'ReEncryptFrom', 'ReEncryptTo']),
    );
    for (const call of calls) {
      expect([call.action, ask('Manager', call)]).toEqual([call.action, 'allow']);
      expect([call.action, ask(`Clinic@${TENANT}`, call)]).toEqual([call.action, 'deny']);
    }
    expect(rowActions).toContain('DeleteItem');
    for (const action of rowActions) {
      expect([action, place.onTable('Manager', action, [TENANT])]).toEqual([action, 'allow']);
      if (action !== 'GetItem')
        expect([action, place.onTable(`Clinic@${TENANT}`, action, [TENANT])]).toEqual([action, 'none']);
    }
  });

  test('seal and open by calls that the tenant may make, and neither another tenant nor the manager', async () => {
    const { recorded } = await managed(TENANT);
    recorded.calls.length = 0;
    recorded.rowActions.clear();
    const envelope = createEnvelope({ keys: createBranchKeys(recorded.ours) });
    const binding = { tenant: TENANT, purpose: 'invented', record: 'r-1' };
    await envelope.open(await envelope.seal(Buffer.from('invented'), binding), binding);
    expect(recorded.calls.map(({ action, context }) => [action, context['type']?.split(':')[1]])).toEqual([
      ['Decrypt', 'version'],
    ]);
    for (const call of recorded.calls) {
      expect(ask(`Clinic@${TENANT}`, call)).toBe('allow');
      expect(ask(`Clinic@${OTHER_TENANT}`, call)).toBe('deny');
      expect(ask('Manager', call)).toBe('deny');
    }
    expect([...recorded.rowActions]).toEqual(['GetItem']);
  });
});
