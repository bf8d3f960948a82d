import { EnvelopeError } from './errors';
import { MAX_BINDING_VALUE_BYTES } from './limits';

/**
 * The place a message belongs to. All three stand in the header of the message in clear, tenant and purpose in CloudTrail
 * too: opaque ids only, never a name, a medical record number or a file name.
 */
export interface Binding {
  readonly tenant: string;
  readonly purpose: string;
  /** A random id of what is sealed. */
  readonly record: string;
}

/** A binding, checked, with the encryption context that stands for it. */
export interface Place {
  /** A copy: the caller's object may change while a key is fetched, and may hold more than the three. */
  readonly binding: Binding;
  /** The context as the header holds it, without its length. */
  readonly context: Buffer;
}

/** Sorted by their bytes, as the header wants them. */
const KEYS = ['purpose', 'record', 'tenant'] as const;
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * What `serializeContext` makes of a binding, in one pass: this is on the way of every message.
 *
 * @throws EnvelopeError CONTEXT_MISMATCH: an empty value, or a lone surrogate (UTF-8 cannot tell it from U+FFFD)
 * @throws EnvelopeError TOO_LARGE: a value of more than MAX_BINDING_VALUE_BYTES bytes of UTF-8
 * @throws TypeError not three strings
 */
export function placeOf(given: Binding): Place {
  const { tenant, purpose, record } = given ?? {};
  const binding = { tenant, purpose, record };
  let length = 2;
  for (const key of KEYS) length += 4 + key.length + byteLength(key, binding[key]);
  const context = Buffer.allocUnsafe(length);
  let at = context.writeUInt16BE(KEYS.length, 0);
  for (const key of KEYS) {
    at = context.writeUInt16BE(key.length, at);
    at += context.write(key, at, 'latin1');
    const bytes = context.write(binding[key], at + 2);
    at = context.writeUInt16BE(bytes, at) + bytes;
  }
  return { binding, context };
}

function byteLength(key: string, value: unknown): number {
  if (typeof value !== 'string') throw new TypeError(`binding.${key} is ${typeof value}; give a string`);
  if (value === '' || LONE_SURROGATE.test(value)) throw new EnvelopeError('CONTEXT_MISMATCH');
  const length = Buffer.byteLength(value);
  if (length > MAX_BINDING_VALUE_BYTES) throw new EnvelopeError('TOO_LARGE');
  return length;
}
