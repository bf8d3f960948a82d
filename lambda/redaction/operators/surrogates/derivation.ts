import { createHmac } from 'node:crypto';

/** Numbers that only the holder of the secret can foretell. */
export interface Draws {
  /** A whole number from 0 to `limit` - 1; `limit` is at most 2^24. */
  readonly below: (limit: number) => number;
}

/** The same draws for the same purpose, value and attempt, in every process that has the secret. */
export type Derivation = (purpose: string, value: string, attempt?: number) => Draws;

const DRAW_BYTES = 4;

/**
 * HMAC-SHA256 in two steps: the secret keys the subject, the subject keys every draw. Draws of two subjects, or of one
 * subject for two values, tell nothing of each other.
 *
 * @see RFC 2104
 */
export function deriveFor(secret: Uint8Array, reference: string): Derivation {
  const subjectKey = createHmac('sha256', secret)
    .update('hipaa-ai surrogates of ')
    .update(reference)
    .digest();
  return (purpose, value, attempt = 0) => {
    let block = 0;
    let bytes = Buffer.alloc(0);
    let at = 0;
    return {
      below(limit) {
        if (at === bytes.length) {
          // JSON keeps the parts apart, and lone surrogates too
          const message = JSON.stringify([purpose, value, attempt, block++]);
          bytes = createHmac('sha256', subjectKey).update(message).digest();
          at = 0;
        }
        const draw = bytes.readUInt32BE(at) % limit;
        at += DRAW_BYTES;
        return draw;
      },
    };
  };
}
