import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import {
  DecryptCommand,
  type GenerateDataKeyCommand,
  IncorrectKeyException,
  InvalidCiphertextException,
  KMSServiceException,
  NotFoundException,
  type DecryptCommandOutput,
  type GenerateDataKeyCommandOutput,
} from '@aws-sdk/client-kms';

export const KEY_ARN = 'arn:aws:kms:eu-west-1:111122223333:key/0f0e0d0c-1111-4222-8333-444455556666';
export const OTHER_KEY_ARN = 'arn:aws:kms:eu-west-1:111122223333:key/99999999-1111-4222-8333-444455556666';

type Context = Readonly<Record<string, string>>;
type Answer = GenerateDataKeyCommandOutput | DecryptCommandOutput;

const $metadata = {};
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** KMS in memory: two keys, data keys really wrapped with AES-256-GCM and their context, errors of the real client. */
export class FakeKms {
  readonly calls: { readonly operation: 'GenerateDataKey' | 'Decrypt'; readonly context: Context }[] = [];
  /** The very buffers that were handed out. */
  readonly plaintexts: Uint8Array[] = [];
  /** Thrown by every call while set. */
  failure: Error | undefined = undefined;
  /** Changes every answer while set. */
  tamper: ((answer: Answer) => void) | undefined = undefined;

  readonly #keys = new Map([
    [KEY_ARN, randomBytes(32)],
    [OTHER_KEY_ARN, randomBytes(32)],
  ]);

  send(command: GenerateDataKeyCommand): Promise<GenerateDataKeyCommandOutput>;
  send(command: DecryptCommand): Promise<DecryptCommandOutput>;
  async send(command: GenerateDataKeyCommand | DecryptCommand): Promise<Answer> {
    const operation = command instanceof DecryptCommand ? 'Decrypt' : 'GenerateDataKey';
    this.calls.push({ operation, context: command.input.EncryptionContext ?? {} });
    await Promise.resolve();
    if (this.failure !== undefined) throw this.failure;
    const answer = command instanceof DecryptCommand ? this.#decrypt(command) : this.#generate(command);
    if (answer.Plaintext !== undefined) this.plaintexts.push(answer.Plaintext);
    this.tamper?.(answer);
    return answer;
  }

  #generate({ input }: GenerateDataKeyCommand): GenerateDataKeyCommandOutput {
    const dataKey = randomBytes(input.NumberOfBytes ?? 0);
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#key(input.KeyId), iv).setAAD(
      aad(input.EncryptionContext),
    );
    const wrapped = Buffer.concat([cipher.update(dataKey), cipher.final()]);
    const CiphertextBlob = new Uint8Array(Buffer.concat([iv, wrapped, cipher.getAuthTag()]));
    return { $metadata, KeyId: input.KeyId, Plaintext: new Uint8Array(dataKey), CiphertextBlob };
  }

  #decrypt({ input }: DecryptCommand): DecryptCommandOutput {
    const blob = Buffer.from(input.CiphertextBlob ?? []);
    const decipher = createDecipheriv('aes-256-gcm', this.#key(input.KeyId), blob.subarray(0, IV_BYTES), {
      authTagLength: TAG_BYTES,
    });
    try {
      decipher.setAAD(aad(input.EncryptionContext)).setAuthTag(blob.subarray(-TAG_BYTES));
      const dataKey = Buffer.concat([decipher.update(blob.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
      return { $metadata, KeyId: input.KeyId, Plaintext: new Uint8Array(dataKey) };
    } catch {
      throw new InvalidCiphertextException({ $metadata, message: `secret detail of ${input.KeyId}` });
    }
  }

  #key(arn: string | undefined): Buffer {
    if (arn === undefined) throw new IncorrectKeyException({ $metadata, message: 'no key' });
    const key = this.#keys.get(arn);
    if (key === undefined) throw new NotFoundException({ $metadata, message: `no key ${arn}` });
    return key;
  }
}

/** An error the client does not model, as it comes from the service. */
export function serviceError(name: string, httpStatusCode = 400): KMSServiceException {
  const metadata = { $metadata: { httpStatusCode } };
  return new KMSServiceException({ name, $fault: 'client', message: 'secret detail', ...metadata });
}

function aad(context: Context = {}): Buffer {
  return Buffer.from(
    JSON.stringify(Object.entries(context).sort(([one], [other]) => (one < other ? -1 : 1))),
  );
}
