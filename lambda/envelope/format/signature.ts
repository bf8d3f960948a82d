import { createPublicKey, createVerify, ECDH, type KeyObject } from 'node:crypto';
import { EnvelopeError } from '../errors';
import { ByteReader } from './byte-reader';
import { parseContext, serializeContext } from './encryption-context';

/** The pair of the encryption context that holds the public key of a signed message. */
export const PUBLIC_KEY = 'aws-crypto-public-key';

/** SubjectPublicKeyInfo of an uncompressed point on secp384r1, up to the point. Source: RFC 5480 */
const SPKI_START = Buffer.from('3076301006072a8648ce3d020106052b8104002203620004', 'hex');

/**
 * The signature at the end of a signed message.
 *
 * @param footer all that follows the frames
 * @throws EnvelopeError TRUNCATED, TRAILING_BYTES
 */
export function readSignature(footer: Buffer): Buffer {
  const reader = new ByteReader(footer, 'TRUNCATED');
  const signature = reader.takeWithLength();
  if (!reader.atEnd) throw new EnvelopeError('TRAILING_BYTES');
  return signature;
}

/**
 * @param signed header and body
 * @param context of the header, authenticated
 * @throws EnvelopeError AUTH_FAILED: no public key, or not its signature
 */
export function verifySignature(signed: Buffer, signature: Buffer, context: Buffer): void {
  const key = parseContext(context).get(PUBLIC_KEY);
  if (key === undefined) throw new EnvelopeError('AUTH_FAILED');
  let valid = false;
  try {
    valid = createVerify('sha384').update(signed).verify(publicKeyOf(key), signature);
  } catch {
    // a point that is not on the curve
  }
  if (!valid) throw new EnvelopeError('AUTH_FAILED');
}

/** The context without the public key a signed message adds to it: what its writer meant. */
export function withoutPublicKey(context: Buffer): Buffer {
  const pairs = new Map(parseContext(context));
  pairs.delete(PUBLIC_KEY);
  return serializeContext(pairs);
}

/** @param compressed base64 of a compressed point */
function publicKeyOf(compressed: string): KeyObject {
  const point = ECDH.convertKey(compressed, 'secp384r1', 'base64', undefined, 'uncompressed') as Buffer;
  const der = Buffer.concat([SPKI_START, point.subarray(1)]);
  return createPublicKey({ key: der, format: 'der', type: 'spki' });
}
