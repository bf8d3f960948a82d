import type { Window } from './window';

/** A stretch of a long text that is read at a time, with some text on either side for what it says about the stretch. */
export interface DocumentPart {
  readonly text: string;
  /** Where the text of the part starts in the document. */
  readonly offset: number;
  /** The stretch, in offsets of the part. */
  readonly window: Window;
}

/** Units of a stretch: enough for nearly every note as a whole, and few enough that what is read of it stays small. */
export const PART_LENGTH = 131_072;
/** More than the longest identifier, a URL, and what stands around it. */
const MARGIN = 4_096;

/** A document as one part, or as several that end with a line or else a word where they can. */
export function partsOf(text: string): DocumentPart[] {
  const parts: DocumentPart[] = [];
  for (let start = 0; start < text.length || parts.length === 0;) {
    const end = endOfPart(text, start);
    const from = Math.max(0, start - MARGIN);
    const to = Math.min(text.length, end + MARGIN);
    parts.push({
      text: from === 0 && to === text.length ? text : text.slice(from, to),
      offset: from,
      window: { start: start - from, end: end - from },
    });
    start = end;
  }
  return parts;
}

function endOfPart(text: string, start: number): number {
  const latest = start + PART_LENGTH;
  if (latest >= text.length) return text.length;
  // only here: a search of the whole text for a sign it does not have would be one for each part
  const tail = text.slice(latest - MARGIN, latest);
  const at = Math.max(tail.lastIndexOf('\n'), 0) || tail.lastIndexOf(' ');
  return at < 0 ? latest : latest - MARGIN + at + 1;
}
