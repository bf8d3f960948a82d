import { contextOf, type Binding } from './binding';
import { serializeContext } from './encryption-context';
import { EnvelopeError } from './errors';
import { createKmsDataKeys, type KmsDataKeysProps } from './kms-data-keys';
import { MAX_PLAINTEXT_BYTES } from './limits';
import { openMessage, parseMessage, sealMessage } from './message';

export type EnvelopeProps = KmsDataKeysProps;

export interface Envelope {
  /**
   * Encrypts under a new data key of the KMS key. The plaintext must not change before the promise settles.
   *
   * @param plaintext 0 to MAX_PLAINTEXT_BYTES bytes
   * @returns a message of the AWS Encryption SDK, format version 2, suite 0x0478: 32 bytes for each begun 64 KiB and a few
   *   hundred for the header longer than the plaintext
   * @throws EnvelopeError TOO_LARGE: plaintext or a value of the binding
   * @throws EnvelopeError CONTEXT_MISMATCH: a value of the binding is empty or not Unicode text
   * @throws EnvelopeError NO_KEY, THROTTLED: KMS gave no data key; nothing is sealed
   */
  seal(plaintext: Uint8Array, binding: Binding): Promise<Uint8Array>;

  /**
   * Decrypts a message sealed for this very binding under this very KMS key; all of the plaintext or none. The message must
   * not change before the promise settles.
   *
   * @throws EnvelopeError CONTEXT_MISMATCH: sealed for another binding; KMS is not called
   * @throws EnvelopeError UNSUPPORTED_SUITE, TRUNCATED, TRAILING_BYTES, TOO_LARGE: not a whole message of the one accepted
   *   format; KMS is not called
   * @throws EnvelopeError COMMITMENT_MISMATCH, AUTH_FAILED: not as it was sealed
   * @throws EnvelopeError NO_KEY, THROTTLED: KMS gave no data key
   */
  open(message: Uint8Array, binding: Binding): Promise<Uint8Array>;
}

/**
 * Envelope encryption with AES-256 under one KMS key. Each call of seal and open makes one call of KMS; nothing is cached.
 *
 * Data keys are zeroed after use. That is best effort: the copies the AWS SDK made while it read the answer of KMS stay
 * until the memory is used again.
 *
 * @see https://docs.aws.amazon.com/encryption-sdk/latest/developer-guide/message-format.html
 */
export function createEnvelope(props: EnvelopeProps): Envelope {
  const keys = createKmsDataKeys(props);
  return {
    async seal(plaintext, binding) {
      if (plaintext.length > MAX_PLAINTEXT_BYTES) throw new EnvelopeError('TOO_LARGE');
      const context = contextOf(binding);
      const key = await keys.generate(context);
      try {
        return sealMessage(plaintext, key, context);
      } finally {
        key.dataKey.fill(0);
      }
    },
    async open(message, binding) {
      const parsed = parseMessage(message);
      const { context, encryptedDataKeys } = parsed.header;
      if (!serializeContext(context).equals(serializeContext(contextOf(binding)))) {
        throw new EnvelopeError('CONTEXT_MISMATCH');
      }
      const dataKey = await keys.unwrap(encryptedDataKeys, context);
      try {
        return openMessage(parsed, dataKey);
      } finally {
        dataKey.fill(0);
      }
    },
  };
}
