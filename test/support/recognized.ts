import { normalize } from '../../lambda/redaction/normalize';
import { read } from '../../lambda/redaction/reading';
import type { Recognizer } from '../../lambda/redaction/recognizer';
import { resolveOverlaps } from '../../lambda/redaction/overlap';

/** What one recognizer finds in a text, as the text it would cover. */
export function recognized(recognizer: Recognizer, text: string): string[] {
  const clean = normalize(text);
  return resolveOverlaps(recognizer.find(read(clean.text))).map(({ start, end }) =>
    text.slice(clean.originalStart(start), clean.originalEnd(end)),
  );
}
