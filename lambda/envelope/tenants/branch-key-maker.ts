import {
  GenerateDataKeyWithoutPlaintextCommand,
  ReEncryptCommand,
  type GenerateDataKeyWithoutPlaintextCommandOutput,
  type ReEncryptCommandOutput,
} from '@aws-sdk/client-kms';
import { DATA_KEY_BYTES } from '../format/suite';
import { activeContext, beaconContext, itemOf, type Item } from '../keys/branch-key-row';
import { callService, type SendOptions, type ServiceCallObserver } from '../keys/service-call';
import { explained, TenantKeyError } from './tenant-key-error';

/** The part of `KMSClient` that is used: keys are made and wrapped anew, and never seen. */
export interface KmsRewrapper {
  send(
    command: GenerateDataKeyWithoutPlaintextCommand,
    options?: SendOptions,
  ): Promise<GenerateDataKeyWithoutPlaintextCommandOutput>;
  send(command: ReEncryptCommand, options?: SendOptions): Promise<ReEncryptCommandOutput>;
}

type Context = Readonly<Record<string, string>>;

/** Makes branch keys under one KMS key without seeing them. */
export class BranchKeyMaker {
  constructor(
    private readonly kms: KmsRewrapper,
    private readonly keyArn: string,
    private readonly observe: ServiceCallObserver | undefined,
  ) {}

  /** The rows of a new version: its own, and the one that makes it the active version. Both hold the same key. */
  async newVersion(context: Context): Promise<{ readonly version: Item; readonly active: Item }> {
    const ciphertext = await this.#generate(context);
    const active = activeContext(context);
    return {
      version: itemOf({ encryptionContext: context, ciphertext }),
      active: itemOf({
        encryptionContext: active,
        ciphertext: await this.#reEncrypt(ciphertext, context, active),
      }),
    };
  }

  /** @param context of the version it comes with */
  async newBeacon(context: Context): Promise<Item> {
    const encryptionContext = beaconContext(context);
    return itemOf({ encryptionContext, ciphertext: await this.#generate(encryptionContext) });
  }

  /**
   * Returns when KMS takes the ciphertext with the context: the row is of this key, and says what it was made for.
   *
   * @throws TenantKeyError NOT_ALLOWED
   */
  async authenticate(ciphertext: Uint8Array, context: Context): Promise<void> {
    await this.#reEncrypt(ciphertext, context, context);
  }

  async #generate(context: Context): Promise<Uint8Array> {
    const command = new GenerateDataKeyWithoutPlaintextCommand({
      KeyId: this.keyArn,
      NumberOfBytes: DATA_KEY_BYTES,
      EncryptionContext: { ...context },
    });
    const answer = await explained(() =>
      callService(
        'GenerateDataKeyWithoutPlaintext',
        (options) => this.kms.send(command, options),
        this.observe,
      ),
    );
    return ciphertextIn(answer.CiphertextBlob);
  }

  async #reEncrypt(CiphertextBlob: Uint8Array, from: Context, to: Context): Promise<Uint8Array> {
    const command = new ReEncryptCommand({
      SourceKeyId: this.keyArn,
      SourceEncryptionContext: { ...from },
      CiphertextBlob,
      DestinationKeyId: this.keyArn,
      DestinationEncryptionContext: { ...to },
    });
    const answer = await explained(() =>
      callService('ReEncrypt', (options) => this.kms.send(command, options), this.observe),
    );
    return ciphertextIn(answer.CiphertextBlob);
  }
}

function ciphertextIn(blob: Uint8Array | undefined): Uint8Array {
  if (blob !== undefined && blob.length > 0) return blob;
  throw new TenantKeyError('UNAVAILABLE', 'KMS answered without a ciphertext; nothing was written');
}
