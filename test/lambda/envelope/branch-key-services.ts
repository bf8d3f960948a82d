import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { BranchKeyStoreNode, KmsHierarchicalKeyRingNode } from '@aws-crypto/client-node';
import { DynamoDBClient, type AttributeValue } from '@aws-sdk/client-dynamodb';
import { InvalidCiphertextException, KMSClient } from '@aws-sdk/client-kms';
import { KEY_ARN } from './fake-kms';

export const STORE = { tableName: 'branch-keys', logicalKeyStoreName: 'branch-keys', keyArn: KEY_ARN };

type Item = Record<string, AttributeValue>;
type Context = Readonly<Record<string, string>>;

/** What the commands of both services carry, as far as it is read here. */
interface Input {
  readonly EncryptionContext?: Context;
  readonly CiphertextBlob?: Uint8Array;
  readonly SourceEncryptionContext?: Context;
  readonly DestinationEncryptionContext?: Context;
  readonly Key?: Item;
  readonly TransactItems?: readonly { readonly Put?: { readonly Item?: Item } }[];
}

const IV_BYTES = 12;
const TAG_BYTES = 16;
const settings = { region: 'eu-west-1', credentials: { accessKeyId: 'x', secretAccessKey: 'x' } };

/** The real clients of KMS and DynamoDB, answered from memory before they reach for the network. */
export class BranchKeyServices {
  readonly kms = new KMSClient(settings);
  readonly dynamodb = new DynamoDBClient(settings);
  readonly calls: string[] = [];
  readonly #key = randomBytes(32);
  readonly #rows = new Map<string, Item>();

  constructor() {
    const first = { step: 'initialize', priority: 'high' } as const;
    this.kms.middlewareStack.add((_, context) => {
      return async ({ input }) => this.#answer(context.commandName, input) as never;
    }, first);
    this.dynamodb.middlewareStack.add((_, context) => {
      return async ({ input }) => this.#answer(context.commandName, input) as never;
    }, first);
  }

  /** Client-node's own store of branch keys over the same clients. */
  store(): BranchKeyStoreNode {
    return new BranchKeyStoreNode({
      logicalKeyStoreName: STORE.logicalKeyStoreName,
      storage: { ddbTableName: STORE.tableName, ddbClient: this.dynamodb },
      keyManagement: { kmsClient: this.kms },
      kmsConfiguration: { identifier: KEY_ARN },
    });
  }

  keyring(tenant: string): KmsHierarchicalKeyRingNode {
    const keyStore = this.store();
    return new KmsHierarchicalKeyRingNode({
      branchKeyId: tenant,
      keyStore,
      cacheLimitTtl: 60,
      utf8Sorting: true,
    });
  }

  async createTenant(tenant: string): Promise<void> {
    await this.store().createKey({ branchKeyIdentifier: tenant, encryptionContext: { tenant } });
  }

  async rotateTenant(tenant: string): Promise<void> {
    await this.store().versionKey({ branchKeyIdentifier: tenant });
  }

  #answer(commandName: string | undefined, input: object): { readonly output: object } {
    this.calls.push(commandName ?? '');
    return { output: { $metadata: {}, ...this.#output(commandName, input) } };
  }

  #output(commandName: string | undefined, input: Input): object {
    switch (commandName) {
      case 'GenerateDataKeyWithoutPlaintextCommand':
        return { KeyId: KEY_ARN, CiphertextBlob: this.#wrap(randomBytes(32), input.EncryptionContext) };
      case 'ReEncryptCommand': {
        const key = this.#unwrap(input.CiphertextBlob, input.SourceEncryptionContext);
        const CiphertextBlob = this.#wrap(key, input.DestinationEncryptionContext);
        return { KeyId: KEY_ARN, SourceKeyId: KEY_ARN, CiphertextBlob };
      }
      case 'DecryptCommand':
        return { KeyId: KEY_ARN, Plaintext: this.#unwrap(input.CiphertextBlob, input.EncryptionContext) };
      case 'TransactWriteItemsCommand':
        for (const { Put } of input.TransactItems ?? [])
          if (Put?.Item) this.#rows.set(idOf(Put.Item), Put.Item);
        return {};
      case 'GetItemCommand':
        return { Item: this.#rows.get(idOf(input.Key ?? {})) };
      default:
        throw new Error(`no ${commandName} here`);
    }
  }

  #wrap(key: Uint8Array, context: Context = {}): Uint8Array {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#key, iv).setAAD(aad(context));
    const wrapped = Buffer.concat([cipher.update(key), cipher.final()]);
    return new Uint8Array(Buffer.concat([iv, wrapped, cipher.getAuthTag()]));
  }

  #unwrap(blob: Uint8Array = new Uint8Array(), context: Context = {}): Uint8Array {
    const options = { authTagLength: TAG_BYTES };
    const decipher = createDecipheriv('aes-256-gcm', this.#key, blob.subarray(0, IV_BYTES), options);
    try {
      decipher.setAAD(aad(context)).setAuthTag(blob.subarray(-TAG_BYTES));
      return new Uint8Array(
        Buffer.concat([decipher.update(blob.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]),
      );
    } catch {
      throw new InvalidCiphertextException({ $metadata: { httpStatusCode: 400 }, message: 'secret detail' });
    }
  }
}

function idOf({ 'branch-key-id': tenant, type }: Item): string {
  return JSON.stringify([tenant?.S, type?.S]);
}

function aad(context: Context): Buffer {
  return Buffer.from(
    JSON.stringify(Object.entries(context).sort(([one], [other]) => (one < other ? -1 : 1))),
  );
}
