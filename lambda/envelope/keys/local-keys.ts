import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { EnvelopeError } from '../errors';
import { IV_BYTES, TAG_BYTES } from '../format/gcm';
import { serializeEncryptedDataKeys } from '../format/message-header';
import { DATA_KEY_BYTES } from '../format/suite';
import { zeroing, type KeySource } from './key-source';

export interface LocalKeysProps {
  /** 32 random bytes. A copy is kept. */
  readonly key: Uint8Array;
  /**
   * Key namespace and key name of the raw AES keyring that opens the same messages in other SDKs.
   * @default 'hipaa-ai-local'
   */
  readonly namespace?: string;
  /** @default 'local' */
  readonly name?: string;
  /**
   * Where it runs. A local key has no policy, no audit and no rotation: where one of the variables of a deployed
   * environment is set it is refused.
   * @default process.env
   */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** Set by Lambda; by ECS and EKS Pod Identity; by EKS with roles for service accounts. */
const DEPLOYED = [
  'AWS_LAMBDA_FUNCTION_NAME',
  'AWS_EXECUTION_ENV',
  'ECS_CONTAINER_METADATA_URI_V4',
  'AWS_CONTAINER_CREDENTIALS_FULL_URI',
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
] as const;

const TAG_BITS = TAG_BYTES * 8;
const CIPHER = 'aes-256-gcm';

/**
 * Data keys under one AES-256 key in memory, as the raw AES keyrings of the AWS Encryption SDKs write them. For tests and
 * for a single machine.
 *
 * @throws Error in a deployed environment; TypeError, RangeError: no key of 32 bytes
 * @see AWS Encryption SDK specification, framework/raw-aes-keyring.md
 */
export function createLocalKeys({
  key,
  namespace = 'hipaa-ai-local',
  name = 'local',
  environment = process.env,
}: LocalKeysProps): KeySource {
  if (!(key instanceof Uint8Array)) throw new TypeError(`key is ${typeof key}; give 32 bytes`);
  if (key.length !== DATA_KEY_BYTES) throw new RangeError(`key has ${key.length} bytes; give 32`);
  const deployed = DEPLOYED.find((variable) => environment[variable] !== undefined);
  if (deployed !== undefined) {
    throw new Error(
      `a local key is refused where ${deployed} is set: use createKmsDataKeys or createBranchKeys there`,
    );
  }
  const wrappingKey = Buffer.from(key);
  const providerId = Buffer.from(namespace);
  const nameBytes = Buffer.from(name);
  const infoStart = Buffer.concat([nameBytes, Buffer.alloc(8)]);
  infoStart.writeUInt32BE(TAG_BITS, nameBytes.length);
  infoStart.writeUInt32BE(IV_BYTES, nameBytes.length + 4);
  // of the key, so that records tell keys apart
  const keyId = `local:${createHash('sha256').update(wrappingKey).digest('hex').slice(0, 16)}`;

  return {
    sealingKey({ context }) {
      const random = randomBytes(DATA_KEY_BYTES + IV_BYTES);
      const dataKey = random.subarray(0, DATA_KEY_BYTES);
      const iv = random.subarray(DATA_KEY_BYTES);
      const cipher = createCipheriv(CIPHER, wrappingKey, iv, { authTagLength: TAG_BYTES }).setAAD(context);
      const wrapped = cipher.update(dataKey);
      cipher.final();
      const ciphertext = Buffer.concat([wrapped, cipher.getAuthTag()]);
      const providerInfo = Buffer.concat([infoStart, iv]);
      const encryptedDataKeys = serializeEncryptedDataKeys([{ providerId, providerInfo, ciphertext }]);
      return { dataKey, encryptedDataKeys, keyId, release: zeroing(dataKey) };
    },
    openingKey({ context }, encryptedDataKeys) {
      const found = encryptedDataKeys.find(
        (each) =>
          each.providerId.equals(providerId) &&
          each.providerInfo.length === infoStart.length + IV_BYTES &&
          each.providerInfo.subarray(0, infoStart.length).equals(infoStart),
      );
      if (found?.ciphertext.length !== DATA_KEY_BYTES + TAG_BYTES) throw new EnvelopeError('NO_KEY');
      const iv = found.providerInfo.subarray(infoStart.length);
      const decipher = createDecipheriv(CIPHER, wrappingKey, iv, { authTagLength: TAG_BYTES })
        .setAAD(context)
        .setAuthTag(found.ciphertext.subarray(DATA_KEY_BYTES));
      const dataKey = decipher.update(found.ciphertext.subarray(0, DATA_KEY_BYTES));
      try {
        decipher.final();
      } catch {
        dataKey.fill(0);
        throw new EnvelopeError('NO_KEY');
      }
      return { dataKey, keyId, release: zeroing(dataKey) };
    },
    forget() {
      // nothing is cached: the key itself lives as long as this object
    },
  };
}
