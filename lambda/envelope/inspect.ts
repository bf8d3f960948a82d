import { viewOf } from './format/byte-reader';
import { parseContext } from './format/encryption-context';
import { TAG_BYTES } from './format/gcm';
import { parseHeader } from './format/message-header';

/** What the header of a message says of itself, not authenticated. Its texts are whatever the writer chose. */
export interface Inspection {
  readonly version: 2;
  /** `0x0478`, or `0x0578` for a signed message. */
  readonly suite: string;
  /** Base64. */
  readonly messageId: string;
  readonly encryptionContext: Readonly<Record<string, string>>;
  readonly encryptedDataKeys: readonly { readonly providerId: string; readonly providerInfo: string }[];
  /** Bytes of plaintext in each frame but the last; 0: one block without frames. */
  readonly frameBytes: number;
  /** Bytes of the header with its tag. */
  readonly headerBytes: number;
}

const ANY = { encryptedDataKeys: 0xffff, allow0578: true };

/**
 * @param message a whole message or the beginning of one
 * @throws EnvelopeError UNSUPPORTED_SUITE, TRUNCATED, AUTH_FAILED
 */
export function inspectMessage(message: Uint8Array): Inspection {
  const header = parseHeader(viewOf(message), ANY);
  return {
    version: 2,
    suite: `0x${header.suite.id.toString('hex')}`,
    messageId: header.messageId.toString('base64'),
    encryptionContext: Object.fromEntries(parseContext(header.context)),
    encryptedDataKeys: header.encryptedDataKeys.map(({ providerId, providerInfo }) => ({
      providerId: textOf(providerId),
      providerInfo: textOf(providerInfo),
    })),
    frameBytes: header.frameBytes,
    headerBytes: header.body.length + TAG_BYTES,
  };
}

/** Text where it is printable text, else its bytes: the info of a raw AES keyring ends with a nonce. */
function textOf(bytes: Buffer): string {
  const text = bytes.toString();
  const isText = !/[\p{Cc}\p{Cn}\uFFFD]/u.test(text);
  return isText ? text : `base64:${bytes.toString('base64')}`;
}
