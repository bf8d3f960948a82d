import { placeOf, type Binding, type Place } from './binding';
import type { Engine } from './engine/engine';
import { nativeEngine } from './engine/native-engine';
import { envelopeLimits, type EnvelopeLimits } from './envelope-limits';
import { EnvelopeError } from './errors';
import { viewOf } from './format/byte-reader';
import type { ByteSource } from './format/chunk-reader';
import { parseContext, serializeContext } from './format/encryption-context';
import { parseMessage } from './format/message';
import { MESSAGE_ID_AT, MESSAGE_ID_BYTES, type MessageHeader } from './format/message-header';
import { withoutPublicKey } from './format/signature';
import { inspectMessage, type Inspection } from './inspect';
import type { KeyUseAudit } from './key-use';
import { KeyUseRecord, recorded, recordedStream } from './key-use-record';
import type { KeySource } from './keys/key-source';

type ByteStream = AsyncGenerator<Uint8Array, void, undefined>;

export interface EnvelopeProps {
  /** `createKmsDataKeys`, `createBranchKeys` or `createLocalKeys`. */
  readonly keys: KeySource;
  readonly limits?: EnvelopeLimits;
  /**
   * Called for each seal and open before anything is handed out.
   * @default - no record is kept
   */
  readonly audit?: KeyUseAudit;
  /**
   * Opens signed messages (suite 0x0578) of other writers too, after verifying the signature. Streams never do: the
   * signature stands at the end, after what it vouches for. Nothing is ever sealed with it.
   * @default false
   */
  readonly allow0578?: boolean;
  /**
   * `native`, or `createEsdkEngine(clientNode)` for those who may run no other code.
   * @default 'native'
   */
  readonly engine?: 'native' | Engine;
}

export interface Envelope {
  /**
   * Encrypts. The plaintext must not change before the promise settles.
   *
   * @returns a message of the AWS Encryption SDK, format version 2, suite 0x0478: 32 bytes for each begun 64 KiB and a few
   *   hundred for the header longer than the plaintext
   * @throws EnvelopeError TOO_LARGE: plaintext or a value of the binding
   * @throws EnvelopeError CONTEXT_MISMATCH: a value of the binding is empty or not Unicode text
   * @throws EnvelopeError NO_KEY, THROTTLED: there is no data key; AUDIT_FAILED: no record of it
   * @throws TypeError no bytes, or no binding
   */
  seal(plaintext: Uint8Array, binding: Binding): Promise<Uint8Array>;

  /**
   * Decrypts a message sealed for this very binding; all of the plaintext or none. The message must not change before the
   * promise settles.
   *
   * @throws EnvelopeError CONTEXT_MISMATCH: sealed for another binding; no key is asked for
   * @throws EnvelopeError UNSUPPORTED_SUITE, TRUNCATED, TRAILING_BYTES, TOO_LARGE: not a whole message of the accepted
   *   format; no key is asked for
   * @throws EnvelopeError COMMITMENT_MISMATCH, AUTH_FAILED: not as it was sealed
   * @throws EnvelopeError NO_KEY, THROTTLED: there is no data key; AUDIT_FAILED: no record of it
   * @throws TypeError no bytes, or no binding
   */
  open(message: Uint8Array, binding: Binding): Promise<Uint8Array>;

  /**
   * {@link seal} for a stream: one message, a frame of it in memory. Chunks must not change after they were given.
   * `pipeline(source, (chunks) => envelope.sealStream(chunks, binding), target)`.
   *
   * @throws TypeError a chunk is no Uint8Array; and what the source throws. The message has no end then, and does not open.
   */
  sealStream(source: ByteSource, binding: Binding): ByteStream;

  /**
   * {@link open} for a stream. Each frame is released once it is verified, the last one once the end is: until the stream
   * has ended without an error, what came is a beginning of the plaintext, and must not be acted upon.
   */
  openStream(source: ByteSource, binding: Binding): ByteStream;

  /**
   * What the header of a message says; no key is used, so nothing of it is authentic.
   *
   * @throws EnvelopeError UNSUPPORTED_SUITE, TRUNCATED, AUTH_FAILED
   */
  inspect(message: Uint8Array): Inspection;
}

/**
 * Envelope encryption with AES-256: a data key from `keys` for the message, a key of its own derived from it, every byte
 * bound to tenant, purpose and record.
 *
 * Data keys are zeroed after use. That is best effort: the copies the AWS SDK made while it read the answer of KMS stay
 * until the memory is used again.
 *
 * @throws RangeError a limit out of range; TypeError no source of keys
 * @see https://docs.aws.amazon.com/encryption-sdk/latest/developer-guide/message-format.html
 */
export function createEnvelope(props: EnvelopeProps): Envelope {
  const { keys, audit, allow0578 = false } = props;
  if (typeof keys?.sealingKey !== 'function') {
    throw new TypeError(
      `keys is ${typeof keys}; give what createKmsDataKeys, createBranchKeys or createLocalKeys returns`,
    );
  }
  const engine = props.engine === undefined || props.engine === 'native' ? nativeEngine : props.engine;
  const { plaintextBytes, frameBytes, encryptedDataKeys } = envelopeLimits(props.limits);
  const policy = { plaintextBytes, encryptedDataKeys, allow0578 };

  function requireBound(header: MessageHeader, { context }: Place): void {
    if (header.context.equals(context)) return;
    if (header.suite.signed && withoutPublicKey(header.context).equals(context)) return;
    throw new EnvelopeError('CONTEXT_MISMATCH');
  }

  async function seal(plaintext: Uint8Array, binding: Binding, use: KeyUseRecord): Promise<Uint8Array> {
    const place = placeOf(binding);
    use.binding = place.binding;
    use.bytes = plaintext.length;
    if (plaintext.length > plaintextBytes) throw new EnvelopeError('TOO_LARGE');
    const key = await keys.sealingKey(place, plaintext.length);
    use.keyId = key.keyId;
    try {
      const message = await engine.sealMessage(plaintext, key, place.context, frameBytes);
      use.messageId = messageIdOf(message);
      return message;
    } finally {
      key.release();
    }
  }

  async function open(message: Uint8Array, binding: Binding, use: KeyUseRecord): Promise<Uint8Array> {
    const place = placeOf(binding);
    use.binding = place.binding;
    const parsed = parseMessage(message, policy);
    const { header } = parsed;
    use.messageId = header.messageId;
    use.bytes = parsed.plaintextBytes;
    requireBound(header, place);
    // of a signed message keys were wrapped with its public key in the context
    const context = header.suite.signed ? serializeContext(parseContext(header.context)) : place.context;
    const key = await keys.openingKey({ ...place, context }, header.encryptedDataKeys);
    use.keyId = key.keyId;
    try {
      // once more: the memory is the caller's, who had it while the key was fetched
      requireBound(header, place);
      return await engine.openMessage(parsed, key.dataKey);
    } finally {
      key.release();
    }
  }

  async function* sealStream(source: ByteSource, binding: Binding, use: KeyUseRecord): ByteStream {
    const place = placeOf(binding);
    use.binding = place.binding;
    const key = await keys.sealingKey(place, 0);
    use.keyId = key.keyId;
    // a copy, so that a cached key need not stay in use for as long as the stream flows
    const copy = { dataKey: Buffer.from(key.dataKey), encryptedDataKeys: key.encryptedDataKeys };
    key.release();
    try {
      const frames = engine.sealStream(source, copy, place.context, frameBytes, async (bytes) => {
        use.bytes = bytes;
        await use.write('OK');
      });
      for await (const frame of frames) {
        if (use.messageId === undefined) {
          use.messageId = messageIdOf(frame);
          await use.write('STARTED');
        }
        yield frame;
      }
    } finally {
      copy.dataKey.fill(0);
    }
  }

  function openStream(source: ByteSource, binding: Binding, use: KeyUseRecord): ByteStream {
    const place = placeOf(binding);
    use.binding = place.binding;
    const dataKeyOf = async (header: MessageHeader): Promise<Uint8Array> => {
      use.messageId = header.messageId;
      requireBound(header, place);
      const key = await keys.openingKey(place, header.encryptedDataKeys);
      use.keyId = key.keyId;
      const copy = Buffer.from(key.dataKey);
      key.release();
      try {
        await use.write('STARTED');
        return copy;
      } catch (error) {
        copy.fill(0);
        throw error;
      }
    };
    return engine.openStream(source, encryptedDataKeys, dataKeyOf, async (bytes) => {
      use.bytes = bytes;
      await use.write('OK');
    });
  }

  return {
    async seal(plaintext, binding) {
      requireBytes('plaintext', plaintext);
      const use = new KeyUseRecord('seal', audit);
      return recorded(use, () => seal(plaintext, binding, use));
    },
    async open(message, binding) {
      requireBytes('message', message);
      const use = new KeyUseRecord('open', audit);
      return recorded(use, () => open(message, binding, use));
    },
    sealStream(source, binding) {
      // a stream begins when it is read, perhaps when the caller's object says something else
      const given = { ...binding };
      const use = new KeyUseRecord('seal', audit);
      return recordedStream(use, () => sealStream(source, given, use));
    },
    openStream(source, binding) {
      const given = { ...binding };
      const use = new KeyUseRecord('open', audit);
      return recordedStream(use, () => openStream(source, given, use));
    },
    inspect(message) {
      requireBytes('message', message);
      return inspectMessage(message);
    },
  };
}

function messageIdOf(message: Uint8Array): Buffer {
  return viewOf(message).subarray(MESSAGE_ID_AT, MESSAGE_ID_AT + MESSAGE_ID_BYTES);
}

function requireBytes(name: string, given: unknown): void {
  if (given instanceof Uint8Array) return;
  throw new TypeError(`${name} is ${typeof given}; give a Uint8Array, such as Buffer.from(text)`);
}
