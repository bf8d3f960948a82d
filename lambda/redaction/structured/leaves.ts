import { withoutLabels } from '../label-walls';
import { countByCategory, type Span } from '../span';
import type { DocumentRedaction, Replaced } from './document-redaction';

/** A text of a document, changed in place. */
export interface Leaf {
  text: string;
}

/** A leaf, or what the reader is told around leaves: the cue of a value, the end of a paragraph. */
export type Piece = Leaf | string;

/**
 * What a name says of the value behind it: `patient_name` and `patientName` are read as "patient name: ". A label that an
 * earlier redaction put in place of a name says nothing: "[NAME]" is no field for names.
 */
export function cueOf(name: string): string {
  const words = withoutLabels(name).replaceAll(/(?<=\p{Ll})(?=\p{Lu})|[^\p{L}\p{N}]+/gu, ' ');
  return `${words}: `;
}

/**
 * Redacts leaves as the one text their pieces are, so that a name found in one is found in all and a cue is read with its
 * value. A replacement stands in the leaf where its identifier started, and once more behind each piece that is no leaf.
 *
 * @returns names that the engine found in leaves
 */
export function redactLeaves(pieces: readonly Piece[], redaction: DocumentRedaction): readonly string[] {
  replaceIn(pieces, redaction, (text) => redaction.byKnown(text));
  const names = replaceIn(pieces, redaction, (text) => redaction.byEngine(text));
  for (const piece of pieces) if (typeof piece !== 'string') piece.text = redaction.settle(piece.text);
  return names;
}

function replaceIn(
  pieces: readonly Piece[],
  redaction: DocumentRedaction,
  replace: (text: string) => Replaced,
): string[] {
  const joined = pieces.map(textOf).join('');
  const { spans, replacements } = replace(joined);
  const replaced: Span[] = [];
  const names: string[] = [];
  let at = 0;
  let next = 0;
  let placed = false;
  for (const piece of spans.length === 0 ? [] : pieces) {
    const end = at + textOf(piece).length;
    const kept: string[] = [];
    let from = at;
    if (typeof piece === 'string') placed = false;
    for (let span = spans[next]; span && span.start < end; span = spans[next]) {
      if (typeof piece !== 'string') {
        kept.push(joined.slice(from, Math.max(from, span.start)));
        if (!placed) {
          kept.push(replacements[next] ?? '');
          replaced.push(span);
          if (span.category === 'NAME')
            names.push(joined.slice(Math.max(from, span.start), Math.min(end, span.end)));
          placed = true;
        }
        from = Math.min(end, span.end);
      }
      if (span.end > end) break;
      placed = false;
      next++;
    }
    if (typeof piece !== 'string') piece.text = kept.join('') + joined.slice(from, end);
    at = end;
  }
  redaction.add(countByCategory(replaced));
  return names;
}

function textOf(piece: Piece): string {
  return typeof piece === 'string' ? piece : piece.text;
}
