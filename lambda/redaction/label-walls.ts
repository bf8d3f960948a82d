import { CATEGORIES } from './category';
import type { Span } from './span';
import { TOKEN_ID_SOURCE } from './token-id';

/**
 * What an earlier redaction put into a text, as source of a pattern: `[NAME]`, or a token `[NAME:k3X0a9P1q2b5T1c4]`. Only shapes
 * that the engine itself writes: nothing else may be a wall, or `[SSN:512-45-7788]` would hide what it holds.
 */
export const LABEL_SOURCE = String.raw`\[(?:${CATEGORIES.join('|')})(?::${TOKEN_ID_SOURCE})?\]`;

export const LABEL = new RegExp(LABEL_SOURCE, 'g');
const WHOLE = new RegExp(`^${LABEL_SOURCE}$`);

/** Whether a value is a label or a token and nothing else. */
export function isLabel(value: string): boolean {
  return WHOLE.test(value);
}

export function withoutLabels(value: string): string {
  return value.replace(LABEL, ' ');
}

/**
 * Cuts the labels of an earlier redaction out of spans found by whoever reads labels as words. Otherwise a second
 * redaction would label labels, and destroy tokens that can still be opened.
 */
export function outsideLabels(text: string, spans: readonly Span[]): Span[] {
  if (spans.length === 0 || !text.includes('[')) return [...spans];
  const labels = Array.from(
    text.matchAll(LABEL),
    ({ index, 0: { length } }) => [index, index + length] as const,
  );
  return spans.flatMap((span) => {
    const pieces: Span[] = [];
    let from = span.start;
    for (let at = firstEndingAfter(labels, span.start); at < labels.length; at++) {
      const [start, end] = labels[at] ?? [span.end, span.end];
      if (start >= span.end) break;
      pieces.push({ ...span, start: from, end: start });
      from = end;
    }
    pieces.push({ ...span, start: from });
    return pieces.filter(({ start, end }) => start < end);
  });
}

function firstEndingAfter(labels: readonly (readonly [number, number])[], index: number): number {
  let low = 0;
  let high = labels.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((labels[middle]?.[1] ?? 0) > index) high = middle;
    else low = middle + 1;
  }
  return low;
}
