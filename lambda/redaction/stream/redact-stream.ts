import { createDetector, type Detector } from '../detector';
import { RedactionError } from '../errors';
import { label } from '../operators/label';
import type { Replacement } from '../operators/operator';
import { SeenNames } from './seen-names';
import { SettlingText, type SettledText } from './settling-text';
import { Utf8Text } from './utf8-text';

/** Units of text read at once, and held. */
export const WINDOW = 65_536;
/**
 * Units that must follow before a reading is final, and that are read again before a window. More than any recognizer
 * looks: a URL of 2,000 units is the longest identifier.
 */
export const MARGIN = 4_096;

const LONE_SURROGATE = /\p{Surrogate}/u;

export interface StreamRedactionProps {
  /** @default the detector of this library with all recognizers */
  readonly detector?: Detector;
  /** @default a label such as [NAME] */
  readonly replacement?: Replacement;
  /**
   * Names redacted wherever they stand, and added to: those of a first pass, or of the session before.
   * @default none yet
   */
  readonly names?: SeenNames;
}

/** Text that does not fit into memory: UTF-8 bytes, or strings. A character may be split over chunks. */
export type TextChunks = AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>;

/** Redacts a text chunk by chunk; `spans` of a piece count UTF-16 units of the whole text. */
export class StreamRedactor {
  readonly #bytes = new Utf8Text();
  readonly #settling: SettlingText;

  constructor({
    detector = createDetector(),
    replacement = label,
    names = new SeenNames(),
  }: StreamRedactionProps = {}) {
    this.#settling = new SettlingText({ detector, replacement, names, context: MARGIN, longestSpan: MARGIN });
  }

  /**
   * @throws RedactionError INVALID_TEXT: bytes that are not UTF-8, or a string with half a character
   */
  *push(chunk: Uint8Array | string): Generator<SettledText> {
    const text = this.#bytes.decode(chunk);
    // a chunk may be the whole text; no more than a window of it is read at once
    for (let at = 0; at < text.length;) {
      const room = WINDOW + MARGIN - this.#settling.pendingLength;
      this.#settling.append(text.slice(at, at + room));
      at += room;
      if (this.#settling.pendingLength < WINDOW + MARGIN) break;
      yield wellFormed(this.#settling.settle(WINDOW));
    }
  }

  /** What is left, once the text has ended. */
  end(): SettledText {
    this.#settling.append(this.#bytes.end());
    return wellFormed(this.#settling.settle(this.#settling.pendingLength));
  }
}

/** The text redacted, in pieces, in memory that does not grow with it. */
export async function* redactStream(
  chunks: TextChunks,
  props: StreamRedactionProps = {},
): AsyncGenerator<SettledText> {
  const redactor = new StreamRedactor(props);
  for await (const chunk of chunks) yield* redactor.push(chunk);
  yield redactor.end();
}

/**
 * The first of two passes over a text that can be read twice: the names in it, for `names` of the second. Redacts a name
 * also where it stands before the words that give it away.
 */
export async function collectNames(
  chunks: TextChunks,
  { detector, names = new SeenNames() }: Pick<StreamRedactionProps, 'detector' | 'names'> = {},
): Promise<SeenNames> {
  for await (const piece of redactStream(chunks, { names, ...(detector && { detector }) })) void piece;
  return names;
}

function wellFormed(settled: SettledText): SettledText {
  if (!LONE_SURROGATE.test(settled.text)) return settled;
  throw new RedactionError('INVALID_TEXT', 'the text holds a lone surrogate, which UTF-8 cannot carry');
}
