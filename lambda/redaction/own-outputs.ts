import { createHash } from 'node:crypto';
import type { Subject } from './operators/operator';

/** Most outputs remembered for one subject; the oldest is forgotten first. */
export const MOST_OWN_OUTPUTS = 10_000;

/** Which texts one redactor has written for which subject: digests, kept as long as the subject's object is. */
export class OwnOutputs {
  readonly #digests = new WeakMap<Subject, Set<string>>();

  has(subject: Subject, text: string): boolean {
    return this.#digests.get(subject)?.has(digest(text)) === true;
  }

  add(subject: Subject, text: string): void {
    const digests = this.#digests.get(subject) ?? new Set();
    this.#digests.set(subject, digests.add(digest(text)));
    if (digests.size <= MOST_OWN_OUTPUTS) return;
    for (const oldest of digests) {
      digests.delete(oldest);
      break;
    }
  }
}

function digest(text: string): string {
  // UTF-16, so that lone surrogates differ
  return createHash('sha256').update(text, 'utf16le').digest('base64');
}
