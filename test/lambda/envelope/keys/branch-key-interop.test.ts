import {
  AlgorithmSuiteIdentifier,
  BranchKeyStoreNode,
  buildClient,
  CommitmentPolicy,
  KmsHierarchicalKeyRingNode,
} from '@aws-crypto/client-node';
import { BINDING, STORE, TENANT, TenantRoom, TEXT } from '../tenants/tenant-room';

const { encrypt, decrypt } = buildClient({
  commitmentPolicy: CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT,
  maxEncryptedDataKeys: 1,
});
const suiteId = AlgorithmSuiteIdentifier.ALG_AES256_GCM_IV12_TAG16_HKDF_SHA512_COMMIT_KEY;
const ASTRAL = { tenant: 't-🔑', purpose: 'réponse', record: '記録-\u{10ffff}' };

let room: TenantRoom;
let keyStore: BranchKeyStoreNode;

beforeEach(async () => {
  room = await TenantRoom.open();
  keyStore = new BranchKeyStoreNode({
    storage: { ddbTableName: STORE.tableName, ddbClient: room.store.dynamodb },
    logicalKeyStoreName: STORE.logicalKeyStoreName,
    kmsConfiguration: { identifier: STORE.keyArn },
    keyManagement: { kmsClient: room.store.kms },
  });
});
afterEach(() => room.close());

/** The SDK's keyring, with nothing cached. */
function keyring(branchKeyId: string): KmsHierarchicalKeyRingNode {
  return new KmsHierarchicalKeyRingNode({ branchKeyId, keyStore, cacheLimitTtl: 300, utf8Sorting: true });
}

async function theirs(binding: typeof BINDING): Promise<Uint8Array> {
  const options = { suiteId, encryptionContext: { ...binding } };
  return (await encrypt(keyring(binding.tenant), TEXT, options)).result;
}

async function openedByThem(message: Uint8Array, { tenant }: typeof BINDING): Promise<Buffer> {
  return (await decrypt(keyring(tenant), message)).plaintext;
}

describe.each([
  ['plain ids', BINDING],
  ['astral characters', ASTRAL],
])('%s', (_, binding) => {
  const { tenant } = binding;
  const createTheirs = (): Promise<unknown> =>
    keyStore.createKey({ branchKeyIdentifier: tenant, encryptionContext: { tenant } });
  const rotateTheirs = (): Promise<void> => keyStore.versionKey({ branchKeyIdentifier: tenant });

  test.each([
    [
      'made here',
      'rotated here',
      () => room.tenants.createTenant(tenant),
      () => room.tenants.rotateTenant(tenant),
    ],
    ['made here', 'rotated by client-node', () => room.tenants.createTenant(tenant), rotateTheirs],
    ['made by client-node', 'rotated here', createTheirs, () => room.tenants.rotateTenant(tenant)],
    ['made by client-node', 'rotated by client-node', createTheirs, rotateTheirs],
  ])(
    'a branch key %s and %s opens in both what both sealed, before and after',
    async (_, _how, create, rotate) => {
      await create();
      const messages = [await room.fresh().seal(TEXT, binding), await theirs(binding)];
      await rotate();
      await rotate();
      messages.push(await room.fresh().seal(TEXT, binding), await theirs(binding));
      for (const message of messages) {
        expect(await room.fresh().open(message, binding)).toEqual(TEXT);
        expect(await openedByThem(message, binding)).toEqual(TEXT);
      }
      expect(await room.tenants.status(tenant)).toMatchObject({ state: 'active', versions: 3 });
      const { activeVersion } = await room.tenants.status(tenant);
      const material = await keyStore.getActiveBranchKey(tenant);
      expect(material.branchKeyVersion.toString()).toBe(activeVersion);
    },
  );
});

test('what client-node made and sealed is gone for both when it is shredded here', async () => {
  await keyStore.createKey({ branchKeyIdentifier: TENANT, encryptionContext: { tenant: TENANT } });
  const message = await theirs(BINDING);
  await room.tenants.shredTenant(TENANT, { confirm: TENANT });
  await expect(room.fresh().open(message, BINDING)).rejects.toThrow('NO_KEY');
  await expect(openedByThem(message, BINDING)).rejects.toThrow();
  await expect(keyStore.versionKey({ branchKeyIdentifier: TENANT })).rejects.toThrow();
});

test('a branch key of client-node with other pairs in its context keeps them when it is rotated here', async () => {
  const encryptionContext = { tenant: TENANT, stage: 'test' };
  await keyStore.createKey({ branchKeyIdentifier: TENANT, encryptionContext });
  await room.tenants.rotateTenant(TENANT);
  const { encryptionContext: kept } = await keyStore.getActiveBranchKey(TENANT);
  expect({ ...kept }).toEqual(encryptionContext);
});
