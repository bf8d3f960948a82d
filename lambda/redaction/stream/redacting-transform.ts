import { Transform, type TransformCallback } from 'node:stream';
import { addCounts, type Counts } from '../category';
import type { RedactionError } from '../errors';
import { countByCategory } from '../span';
import { StreamRedactor, type StreamRedactionProps } from './redact-stream';
import type { SettledText } from './settling-text';

const UTF8 = /^utf-?8$/i;

/**
 * Redacts UTF-8 that flows through it, under back-pressure: `pipeline(source, new RedactingTransform(), sink)`. Strings
 * may be written as well. It fails with a RedactionError and gives out nothing more; what went before stays given.
 */
export class RedactingTransform extends Transform {
  /** Spans found so far, per category. */
  readonly counts: Counts = {};
  readonly #redactor: StreamRedactor;

  constructor(props: StreamRedactionProps = {}) {
    super({ decodeStrings: false });
    this.#redactor = new StreamRedactor(props);
  }

  override _transform(chunk: Uint8Array | string, encoding: BufferEncoding, done: TransformCallback): void {
    this.#attempt(done, () => {
      const bytes = typeof chunk === 'string' && !UTF8.test(encoding) ? Buffer.from(chunk, encoding) : chunk;
      for (const settled of this.#redactor.push(bytes)) this.#give(settled);
    });
  }

  override _flush(done: TransformCallback): void {
    this.#attempt(done, () => {
      this.#give(this.#redactor.end());
    });
  }

  #give({ text, spans }: SettledText): void {
    addCounts(this.counts, countByCategory(spans));
    if (text !== '') this.push(text, 'utf8');
  }

  #attempt(done: TransformCallback, work: () => void): void {
    try {
      work();
    } catch (error) {
      done(error as RedactionError);
      return;
    }
    done();
  }
}
