import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { EnvelopeError } from '../errors';
import { IV_BYTES, TAG_BYTES } from '../format/gcm';
import { DATA_KEY_BYTES } from '../format/suite';

/** What the AWS KMS hierarchical keyrings write as provider id. */
export const HIERARCHY_PROVIDER = Buffer.from('aws-kms-hierarchy');

const CIPHER = 'aes-256-gcm';
const SALT_BYTES = 16;
const VERSION_BYTES = 16;
const VERSION_AT = SALT_BYTES + IV_BYTES;
const KEY_AT = VERSION_AT + VERSION_BYTES;
const TAG_AT = KEY_AT + DATA_KEY_BYTES;
const CIPHERTEXT_BYTES = TAG_AT + TAG_BYTES;
// counter of the one block that is needed, label, and the zero between label and context
const DERIVATION_START = Buffer.concat([Buffer.from([0, 0, 0, 1]), HIERARCHY_PROVIDER, Buffer.from([0])]);
const DERIVED_BITS = Buffer.from([0, 0, 1, 0]);

/** A branch key of a tenant in plaintext. */
export interface BranchKey {
  /** 32 bytes, left as they are. */
  readonly key: Uint8Array;
  readonly tenant: Buffer;
  /** The UUID of the version in 16 bytes. */
  readonly version: Buffer;
}

/** A UUID in 16 bytes; undefined when it is none. */
export function versionBytes(uuid: string): Buffer | undefined {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(uuid)
    ? Buffer.from(uuid.replaceAll('-', ''), 'hex')
    : undefined;
}

/** The version an encrypted data key was wrapped with; undefined when it is no such ciphertext. */
export function versionIn(ciphertext: Buffer): string | undefined {
  if (ciphertext.length !== CIPHERTEXT_BYTES) return undefined;
  const hex = ciphertext.toString('hex', VERSION_AT, KEY_AT);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');
}

/**
 * A new data key, and the same wrapped: under a key derived from the branch key with a salt of its own, bound to the
 * context. The caller zeroes the data key.
 *
 * @param context as `serializeContext` writes it
 * @see AWS Encryption SDK specification, framework/aws-kms/aws-kms-hierarchical-keyring.md, "Branch Key Wrapping"
 */
export function wrapNewDataKey(
  branch: BranchKey,
  context: Buffer,
): { readonly dataKey: Buffer; readonly ciphertext: Buffer } {
  const ciphertext = Buffer.allocUnsafe(CIPHERTEXT_BYTES);
  const random = randomBytes(VERSION_AT + DATA_KEY_BYTES);
  const dataKey = random.subarray(VERSION_AT);
  random.copy(ciphertext, 0, 0, VERSION_AT);
  branch.version.copy(ciphertext, VERSION_AT);
  const wrappingKey = deriveWrappingKey(branch.key, ciphertext.subarray(0, SALT_BYTES));
  const iv = ciphertext.subarray(SALT_BYTES, VERSION_AT);
  const cipher = createCipheriv(CIPHER, wrappingKey, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(wrappingAad(branch, context));
  cipher.update(dataKey).copy(ciphertext, KEY_AT);
  cipher.final();
  cipher.getAuthTag().copy(ciphertext, TAG_AT);
  wrappingKey.fill(0);
  return { dataKey, ciphertext };
}

/**
 * @param ciphertext of a length {@link versionIn} has taken
 * @returns the data key; the caller zeroes it
 * @throws EnvelopeError NO_KEY: not wrapped by this branch key for this context
 */
export function unwrapDataKey(branch: BranchKey, context: Buffer, ciphertext: Buffer): Buffer {
  const wrappingKey = deriveWrappingKey(branch.key, ciphertext.subarray(0, SALT_BYTES));
  const iv = ciphertext.subarray(SALT_BYTES, VERSION_AT);
  const decipher = createDecipheriv(CIPHER, wrappingKey, iv, { authTagLength: TAG_BYTES })
    .setAAD(wrappingAad(branch, context))
    .setAuthTag(ciphertext.subarray(TAG_AT));
  const dataKey = decipher.update(ciphertext.subarray(KEY_AT, TAG_AT));
  try {
    decipher.final();
    return dataKey;
  } catch {
    dataKey.fill(0);
    throw new EnvelopeError('NO_KEY');
  } finally {
    wrappingKey.fill(0);
  }
}

/** HMAC-SHA256 in counter mode, one block. See NIST SP 800-108r1, section 4.1. */
function deriveWrappingKey(branchKey: Uint8Array, salt: Buffer): Buffer {
  return createHmac('sha256', branchKey).update(DERIVATION_START).update(salt).update(DERIVED_BITS).digest();
}

function wrappingAad({ tenant, version }: BranchKey, context: Buffer): Buffer {
  return Buffer.concat([HIERARCHY_PROVIDER, tenant, version, context]);
}
