import type { EncryptionContext } from './encryption-context';
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

const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * The encryption context that stands for a binding.
 *
 * @throws EnvelopeError CONTEXT_MISMATCH: an empty value, or a lone surrogate (UTF-8 cannot tell it from U+FFFD)
 * @throws EnvelopeError TOO_LARGE: a value of more than MAX_BINDING_VALUE_BYTES bytes of UTF-8
 */
export function contextOf({ tenant, purpose, record }: Binding): EncryptionContext {
  const context = new Map([
    ['tenant', tenant],
    ['purpose', purpose],
    ['record', record],
  ]);
  for (const value of context.values()) {
    if (value === '' || LONE_SURROGATE.test(value)) throw new EnvelopeError('CONTEXT_MISMATCH');
    if (Buffer.byteLength(value) > MAX_BINDING_VALUE_BYTES) throw new EnvelopeError('TOO_LARGE');
  }
  return context;
}
