import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { ServiceError } from './service-error';

type Context = Readonly<Record<string, string>>;

export interface KmsRequest {
  readonly KeyId?: string;
  readonly CiphertextBlob?: string;
  readonly EncryptionContext?: Context;
  readonly SourceKeyId?: string;
  readonly SourceEncryptionContext?: Context;
  readonly DestinationKeyId?: string;
  readonly DestinationEncryptionContext?: Context;
}

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** The keys of KMS in memory, and what it does with them: data keys really wrapped, each bound to its context. */
export class LoopbackKeys {
  readonly #root = randomBytes(32);

  constructor(private readonly arns: readonly string[]) {}

  answer(operation: string, request: KmsRequest): object {
    const { KeyId, EncryptionContext = {}, CiphertextBlob = '' } = request;
    switch (operation) {
      case 'GenerateDataKey': {
        const dataKey = randomBytes(32);
        const Plaintext = dataKey.toString('base64');
        return { KeyId, Plaintext, CiphertextBlob: this.#wrap(dataKey, KeyId, EncryptionContext) };
      }
      case 'GenerateDataKeyWithoutPlaintext':
        return { KeyId, CiphertextBlob: this.#wrap(randomBytes(32), KeyId, EncryptionContext) };
      case 'Decrypt': {
        const dataKey = this.#unwrap(CiphertextBlob, KeyId, EncryptionContext);
        return { KeyId, Plaintext: dataKey.toString('base64'), EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' };
      }
      case 'ReEncrypt': {
        const { SourceKeyId, DestinationKeyId } = request;
        const dataKey = this.#unwrap(CiphertextBlob, SourceKeyId, request.SourceEncryptionContext ?? {});
        const blob = this.#wrap(dataKey, DestinationKeyId, request.DestinationEncryptionContext ?? {});
        return { KeyId: DestinationKeyId, SourceKeyId, CiphertextBlob: blob };
      }
      default:
        throw new ServiceError('UnknownOperationException');
    }
  }

  #wrap(dataKey: Buffer, arn: string | undefined, context: Context): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#key(arn), iv).setAAD(aad(context));
    return Buffer.concat([iv, cipher.update(dataKey), cipher.final(), cipher.getAuthTag()]).toString(
      'base64',
    );
  }

  #unwrap(base64: string, arn: string | undefined, context: Context): Buffer {
    const blob = Buffer.from(base64, 'base64');
    const options = { authTagLength: TAG_BYTES };
    const iv = blob.subarray(0, IV_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', this.#key(arn), iv, options).setAAD(aad(context));
    try {
      decipher.setAuthTag(blob.subarray(-TAG_BYTES));
      return Buffer.concat([decipher.update(blob.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
    } catch {
      throw new ServiceError('InvalidCiphertextException');
    }
  }

  /** A multi-Region key has the same material everywhere: its id decides, not its Region. */
  #key(arn = ''): Buffer {
    if (!this.arns.includes(arn)) throw new ServiceError('NotFoundException');
    const id = arn.includes(':key/mrk-') ? arn.slice(arn.indexOf('mrk-')) : arn;
    return createHmac('sha256', this.#root).update(id).digest();
  }
}

/** KMS compares contexts as sets of pairs. */
function aad(context: Context): Buffer {
  const pairs = Object.entries(context).sort(([one], [other]) => (one < other ? -1 : 1));
  return Buffer.from(JSON.stringify(pairs));
}
