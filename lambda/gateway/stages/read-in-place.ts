import { addCounts, type Counts } from '../../redaction/category';
import { replaceSpans, type Detector } from '../../redaction/detector';
import { countByCategory, type Span } from '../../redaction/span';
import { GatewayError } from '../gateway-error';
import type { RequestTokens } from '../request-tokens';
import type { Piece } from './assemble-prompt';

/**
 * Reads the pieces once more, as they stand together: a prompt that says `Patient: {{initials}}` makes a name of what was
 * none by itself. What only looks like a token loses its code. Approved text stays as it was approved.
 *
 * @throws GatewayError REDACTION_FAILED
 */
export function readInPlace(
  given: readonly Piece[],
  detector: Detector,
  tokens: RequestTokens,
): { readonly pieces: readonly Piece[]; readonly counts: Counts } {
  try {
    const pieces = given.map((piece) =>
      piece.origin === 'approved' ? piece : { ...piece, text: tokens.withoutForeign(piece.text).text },
    );
    const spans = detector.detect(pieces.map(({ text }) => text).join(''));
    if (spans.length === 0) return { pieces, counts: {} };
    const counts: Counts = {};
    let start = 0;
    const clean = pieces.map((piece) => {
      const inside = piece.origin === 'approved' ? [] : within(spans, start, start + piece.text.length);
      start += piece.text.length;
      if (inside.length === 0) return piece;
      addCounts(counts, countByCategory(inside));
      const text = replaceSpans(piece.text, inside, ({ category, start: from, end }) =>
        tokens.tokenFor(category, piece.text.slice(from, end)),
      );
      return { ...piece, text };
    });
    return { pieces: clean, counts };
  } catch {
    throw new GatewayError('REDACTION_FAILED');
  }
}

/** The parts of spans that lie in a range, by offsets of the range. */
function within(spans: readonly Span[], from: number, to: number): Span[] {
  return spans
    .filter(({ start, end }) => start < to && end > from)
    .map((span) => ({
      ...span,
      start: Math.max(span.start, from) - from,
      end: Math.min(span.end, to) - from,
    }));
}
