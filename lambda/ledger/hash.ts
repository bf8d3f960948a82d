import { createHash } from 'node:crypto';

/** SHA-256 in lower-case hex: of a line as it is stored, without its line end. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
