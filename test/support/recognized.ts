import { Dispatcher } from '../../lambda/redaction/dispatcher';
import { normalize } from '../../lambda/redaction/normalize';
import { resolveOverlaps } from '../../lambda/redaction/overlap';
import { read } from '../../lambda/redaction/reading';
import type { Recognizer } from '../../lambda/redaction/recognizer';
import type { Span } from '../../lambda/redaction/span';

/** What recognizers find in a clean text, before overlaps are joined. */
export function spansOf(recognizers: readonly Recognizer[], clean: string): Span[] {
  const reading = read(clean);
  return new Dispatcher(recognizers).find(reading, [{ start: 0, end: clean.length }]);
}

/** What recognizers find in a text, as the text they would cover. */
export function recognized(recognizers: Recognizer | readonly Recognizer[], text: string): string[] {
  const clean = normalize(text);
  const all = 'name' in recognizers ? [recognizers] : recognizers;
  return resolveOverlaps(spansOf(all, clean.text)).map(({ start, end }) =>
    text.slice(clean.originalStart(start), clean.originalEnd(end)),
  );
}
