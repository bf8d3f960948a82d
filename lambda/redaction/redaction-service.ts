import type { Counts } from './category';
import { RedactionError } from './errors';
import { parseEvent, type SealBinding } from './event';
import type { Redactor } from './redactor';
import type { Span } from './span';

/** Encrypts under the key of the deployment; bound to a place so that the message opens nowhere else. */
export interface Sealer {
  seal(plaintext: Uint8Array, binding: SealBinding): Promise<Uint8Array>;
}

export interface RedactionAnswer {
  readonly text: string;
  readonly spans: readonly Span[];
  readonly counts: Counts;
  /** Base64 of an AWS Encryption SDK message that holds the original text. */
  readonly sealedOriginal?: string;
}

const LONE_SURROGATE = /\p{Surrogate}/u;

export type RedactionService = (event: unknown) => Promise<RedactionAnswer>;

export interface RedactionServiceProps {
  readonly redactor: Redactor;
  readonly maxTextLength: number;
  /** Absent when no key is configured: a request to seal is then refused. */
  readonly sealer: Sealer | undefined;
}

/** Validates, redacts, seals. Fails closed: whatever goes wrong, no text leaves and nothing of it is in the error. */
export function createRedactionService({
  redactor,
  maxTextLength,
  sealer,
}: RedactionServiceProps): RedactionService {
  return async (event) => {
    const { text, binding } = parseEvent(event, maxTextLength);
    if (binding !== undefined && sealer === undefined) {
      throw new RedactionError(
        'SEAL_UNAVAILABLE',
        'no data key is configured; set one or send the event without seal',
      );
    }
    const redaction = redactSafely(redactor, text);
    if (binding === undefined || sealer === undefined) return redaction;
    return { ...redaction, sealedOriginal: await sealSafely(sealer, text, binding) };
  };
}

function redactSafely(redactor: Redactor, text: string): RedactionAnswer {
  try {
    return redactor.redact(text);
  } catch {
    throw new RedactionError('INTERNAL', 'redaction failed; nothing was returned');
  }
}

async function sealSafely(sealer: Sealer, text: string, binding: SealBinding): Promise<string> {
  // UTF-16 keeps lone surrogates, but every reader of the message expects UTF-8: an original it would change is refused
  if (LONE_SURROGATE.test(text)) {
    throw new RedactionError('INVALID_EVENT', `'text' holds a lone surrogate and cannot be sealed unchanged`);
  }
  try {
    const message = await sealer.seal(new TextEncoder().encode(text), binding);
    return Buffer.from(message).toString('base64');
  } catch {
    throw new RedactionError('SEAL_UNAVAILABLE', 'the original could not be sealed; nothing was returned');
  }
}
