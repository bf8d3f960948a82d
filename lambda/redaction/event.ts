import { RedactionError } from './errors';

/** Names the place a sealed original belongs to, in opaque ids. Bound to the message: it opens for no other place. */
export interface SealBinding {
  readonly tenant: string;
  readonly purpose: string;
  readonly record: string;
}

export interface RedactionEvent {
  readonly text: string;
  /** Where the sealed original belongs; absent when it is not to be sealed. */
  readonly binding?: SealBinding;
}

const EVENT_KEYS = new Set(['text', 'seal', 'binding']);
const BINDING_KEYS = ['tenant', 'purpose', 'record'] as const;
/** The binding stands in the header of the message, in CloudTrail and in the log of key uses: a name with a space is no id. */
const OPAQUE_ID = /^[\w.:/-]{1,128}$/u;

/** Reads what the caller sent. Messages name keys of ours and kinds of values, never a key or a value of theirs. */
export function parseEvent(event: unknown, maxTextLength: number): RedactionEvent {
  if (!isRecord(event)) throw invalid(`the event is ${kindOf(event)}, not an object`);
  if (Object.keys(event).some((key) => !EVENT_KEYS.has(key))) {
    throw invalid(`the event has an unknown key; allowed: ${[...EVENT_KEYS].join(', ')}`);
  }
  const { text, seal, binding } = event;
  if (typeof text !== 'string') throw invalid(`'text' is ${kindOf(text)}, not a string`);
  if (text.length > maxTextLength) {
    throw new RedactionError(
      'TEXT_TOO_LARGE',
      `'text' has ${text.length} characters, more than the ${maxTextLength} allowed; split it`,
    );
  }
  if (seal !== undefined && typeof seal !== 'boolean')
    throw invalid(`'seal' is ${kindOf(seal)}, not a boolean`);
  if (seal !== true) {
    if (binding !== undefined) throw invalid(`'binding' is given without 'seal': true`);
    return { text };
  }
  return { text, binding: parseBinding(binding) };
}

function parseBinding(binding: unknown): SealBinding {
  if (!isRecord(binding)) throw invalid(`'binding' is ${kindOf(binding)}; 'seal': true needs an object`);
  if (Object.keys(binding).length !== BINDING_KEYS.length) {
    throw invalid(`'binding' must hold exactly: ${BINDING_KEYS.join(', ')}`);
  }
  const [tenant, purpose, record] = BINDING_KEYS.map((key) => {
    const value = Object.hasOwn(binding, key) ? binding[key] : undefined;
    if (typeof value !== 'string' || !OPAQUE_ID.test(value)) {
      throw invalid(`'binding.${key}' must be an opaque id: 1 to 128 letters, digits and . _ : / -`);
    }
    return value;
  });
  return { tenant: tenant ?? '', purpose: purpose ?? '', record: record ?? '' };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'an array' : `of type ${typeof value}`;
}

function invalid(message: string): RedactionError {
  return new RedactionError('INVALID_EVENT', message);
}
