/** A part of a text, small enough for one request. */
export interface Piece {
  /** Where it starts in the text, in UTF-16 units. */
  readonly start: number;
  readonly text: string;
}

export interface PieceLimits {
  /** Most bytes of UTF-8 in a piece. */
  readonly mostBytes: number;
  /**
   * Units at least that a piece shares with the one before: an identifier no longer than this is whole in one of them.
   * At most a twelfth of the bytes, so that the second half of a piece is longer than two overlaps in any script.
   */
  readonly overlap: number;
}

const LONE_SURROGATE = /\p{Surrogate}/gu;
const LEAST_BYTES_PER_OVERLAP = 12;
const SENTENCE_END = /^.*[.!?]\s/s;
const WORD_END = /^.*\s/s;

/** The text with half characters replaced, unit for unit: no service takes them. */
export function wellFormed(text: string): string {
  return text.replaceAll(LONE_SURROGATE, '\ufffd');
}

/**
 * Splits a text into overlapping pieces that together cover it. A piece ends behind a line, a sentence or a word, in that
 * order of liking, starts with a word, and never parts a surrogate pair. Blank pieces are left out.
 */
export function piecesOf(text: string, { mostBytes, overlap }: PieceLimits): Piece[] {
  if (overlap * LEAST_BYTES_PER_OVERLAP > mostBytes) {
    throw new RangeError(
      `overlap is ${overlap}; give at most a twelfth of the ${mostBytes} bytes of a piece`,
    );
  }
  const pieces: Piece[] = [];
  for (let start = 0; start < text.length;) {
    const furthest = furthestEnd(text, start, mostBytes);
    const end = furthest === text.length ? furthest : goodEnd(text, start, furthest);
    const piece = text.slice(start, end);
    if (piece.trim() !== '') pieces.push({ start, text: piece });
    start =
      end === text.length ? end : wordStart(text, Math.max(start + 1, end - 2 * overlap), end - overlap);
  }
  return pieces;
}

function furthestEnd(text: string, start: number, mostBytes: number): number {
  let bytes = 0;
  for (let at = start; at < text.length;) {
    const point = text.codePointAt(at) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    if (bytes > mostBytes) return at;
    at += point > 0xffff ? 2 : 1;
  }
  return text.length;
}

/** The best end in the second half of what fits. */
function goodEnd(text: string, start: number, furthest: number): number {
  const half = start + Math.floor((furthest - start) / 2);
  const candidates = text.slice(half, furthest);
  const line = candidates.lastIndexOf('\n') + 1;
  if (line > 0) return half + line;
  const match = SENTENCE_END.exec(candidates) ?? WORD_END.exec(candidates);
  return match ? half + match[0].length : furthest;
}

/** The first start of a word in a stretch; without one its end, moved off a surrogate pair. */
function wordStart(text: string, from: number, to: number): number {
  const gap = text.slice(from, to).search(/\s/);
  if (gap >= 0) return from + gap + 1;
  return (text.codePointAt(to - 1) ?? 0) > 0xffff ? to - 1 : to;
}
