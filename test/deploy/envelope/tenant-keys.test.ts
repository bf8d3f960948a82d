import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BranchKeyStoreNode } from '@aws-crypto/client-node';
import { CreateTableCommand, DynamoDBClient, UpdateContinuousBackupsCommand } from '@aws-sdk/client-dynamodb';
import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { createEnvelope, type Envelope } from '../../../lambda/envelope/envelope';
import type { BranchKeyStore } from '../../../lambda/envelope/keys/branch-key-row';
import { createBranchKeys } from '../../../lambda/envelope/keys/branch-keys';
import { createKmsDataKeys } from '../../../lambda/envelope/keys/kms-data-keys';
import { CLIENT_SETTINGS } from '../../../lambda/envelope/keys/service-call';
import { createTenantKeys, type ShredCertificate, type TenantKeys } from '../../../lambda/envelope/tenants';
import { Emulator, REGION, ROOT } from '../support/emulator';

const installation = process.env['HIPAA_AI_EMULATOR'] ? path.resolve(process.env['HIPAA_AI_EMULATOR']) : '';
// Without the emulator jest counts the story as skipped
const story = installation !== '' && existsSync(installation) ? describe : describe.skip;

const TENANT = 't-01';
const BINDING = { tenant: TENANT, purpose: 'prompt', record: 'r-9f8a7b' };
const TEXT = Buffer.from('an invented prompt');

story('tenant keys in KMS and DynamoDB of an AWS emulator', () => {
  let directory: string;
  let emulator: Emulator;
  let kms: KMSClient;
  let dynamodb: DynamoDBClient;
  let store: BranchKeyStore;
  let tenants: TenantKeys;
  const certificates: ShredCertificate[] = [];

  const fresh = (): Envelope => createEnvelope({ keys: createBranchKeys({ kms, dynamodb, ...store }) });

  beforeAll(async () => {
    directory = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-envelope-'));
    emulator = await Emulator.start({ installation, node: process.execPath, directory });
    const settings = {
      region: REGION,
      endpoint: emulator.plainEndpoint,
      credentials: { accessKeyId: ROOT.key, secretAccessKey: ROOT.secret },
      ...CLIENT_SETTINGS,
    };
    kms = new KMSClient(settings);
    dynamodb = new DynamoDBClient(settings);
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
    const TableName = 'tenant-keys';
    await dynamodb.send(
      new CreateTableCommand({
        TableName,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: ['branch-key-id', 'type'].map((AttributeName) => ({
          AttributeName,
          AttributeType: 'S',
        })),
        KeySchema: [
          { AttributeName: 'branch-key-id', KeyType: 'HASH' },
          { AttributeName: 'type', KeyType: 'RANGE' },
        ],
      }),
    );
    await dynamodb.send(
      new UpdateContinuousBackupsCommand({
        TableName,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      }),
    );
    store = { tableName: TableName, logicalKeyStoreName: 'tenant-keys', keyArn: KeyMetadata?.Arn ?? '' };
    tenants = createTenantKeys({
      kms,
      dynamodb,
      ...store,
      vault: (certificate) => void certificates.push(certificate),
    });
  });

  afterAll(async () => {
    kms?.destroy();
    dynamodb?.destroy();
    await emulator?.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  test('data keys of KMS seal and open, and another tenant’s context does not', async () => {
    const envelope = createEnvelope({ keys: createKmsDataKeys({ kms, keyArn: store.keyArn }) });
    const message = await envelope.seal(TEXT, BINDING);
    expect(await envelope.open(message, BINDING)).toEqual(TEXT);
    await expect(envelope.open(message, { ...BINDING, tenant: 't-02' })).rejects.toThrow('CONTEXT_MISMATCH');
  });

  test('a tenant is created, rotated, shredded, and never created again', async () => {
    expect(await tenants.createTenant(TENANT)).toMatchObject({ state: 'active', versions: 1 });
    await expect(tenants.createTenant(TENANT)).rejects.toThrow('TENANT_EXISTS');
    const old = await fresh().seal(TEXT, BINDING);
    expect(await tenants.rotateTenant(TENANT)).toMatchObject({ state: 'active', versions: 2 });
    const next = await fresh().seal(TEXT, BINDING);
    for (const message of [old, next]) expect(await fresh().open(message, BINDING)).toEqual(TEXT);
    const certificate = await tenants.shredTenant(TENANT, { confirm: TENANT });
    expect(certificate).toMatchObject({ copies: { pointInTimeRecovery: { state: 'on' }, backups: [] } });
    expect(certificate.deleted).toHaveLength(4);
    expect(certificates).toEqual([certificate]);
    for (const message of [old, next]) {
      await expect(fresh().open(message, BINDING)).rejects.toThrow('NO_KEY');
    }
    expect(await tenants.status(TENANT)).toEqual({ tenant: TENANT, state: 'shredded', versions: 0 });
    await expect(tenants.createTenant(TENANT)).rejects.toThrow('SHREDDED');
    expect(await tenants.shredTenant(TENANT, { confirm: TENANT })).toEqual(certificate);
  });

  test('of rotations at the same time none spoils another', async () => {
    const tenant = 't-02';
    const binding = { ...BINDING, tenant };
    await tenants.createTenant(tenant);
    const message = await fresh().seal(TEXT, binding);
    const outcomes = await Promise.allSettled(Array.from({ length: 4 }, () => tenants.rotateTenant(tenant)));
    const won = outcomes.filter(({ status }) => status === 'fulfilled').length;
    expect(won).toBeGreaterThan(0);
    expect(await tenants.status(tenant)).toMatchObject({ state: 'active', versions: 1 + won });
    expect(await fresh().open(await fresh().seal(TEXT, binding), binding)).toEqual(TEXT);
    expect(await fresh().open(message, binding)).toEqual(TEXT);
  });

  test('client-node’s key store goes on with a tenant made here, and the other way round', async () => {
    const tenant = 't-03';
    const binding = { ...BINDING, tenant };
    const keyStore = new BranchKeyStoreNode({
      storage: { ddbTableName: store.tableName, ddbClient: dynamodb },
      logicalKeyStoreName: store.logicalKeyStoreName,
      kmsConfiguration: { identifier: store.keyArn },
      keyManagement: { kmsClient: kms },
    });
    await keyStore.createKey({ branchKeyIdentifier: tenant, encryptionContext: { tenant } });
    const message = await fresh().seal(TEXT, binding);
    await tenants.rotateTenant(tenant);
    await keyStore.versionKey({ branchKeyIdentifier: tenant });
    expect(await tenants.status(tenant)).toMatchObject({ state: 'active', versions: 3 });
    expect(await fresh().open(message, binding)).toEqual(TEXT);
  });
});
