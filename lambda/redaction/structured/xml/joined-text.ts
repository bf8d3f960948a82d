import { partTitled } from '../../operators/titled-name';
import type { DocumentRedaction } from '../document-redaction';
import { LABEL_SOURCE } from '../label-pattern';
import type { Redaction } from '../../redactor';
import type { XmlElement, XmlText } from './xml-tree';

/** A piece of a text read as one. A piece without a node stands for markup, such as the end of a paragraph. */
interface Piece {
  readonly node?: XmlText;
  text: string;
}

const LABEL = new RegExp(LABEL_SOURCE, 'y');
// Markup inside a sentence, of XHTML and of CDA narrative; any other element parts what is before from what is after
const INLINE = new Set(
  'a abbr acronym b big cite code content dfn em font i kbd label linkHtml q s samp small span strong sub sup tt u var'.split(
    ' ',
  ),
);
const CELL = new Set(['td', 'th', 'dt']);

/**
 * Redacts all text inside an element as one text, so that `<b>Ana</b> <i>Rivera</i>` is seen to be a name and the cells
 * beside a heading are read with it. A replacement stands where its identifier started.
 */
export function redactJoined(element: XmlElement, redaction: DocumentRedaction): void {
  const pieces: Piece[] = [];
  collect(element, pieces);
  apply(pieces, (text) => redaction.byKnown(text));
  apply(pieces, (text) => redaction.byEngine(text));
  for (const { node, text } of pieces) if (node) node.text = redaction.settle(text);
}

function collect(element: XmlElement, pieces: Piece[]): void {
  for (const child of element.children) {
    if (child.kind === 'text') pieces.push({ node: child, text: child.text });
    else {
      const inline = INLINE.has(child.name);
      if (!inline && !CELL.has(child.name)) pieces.push({ text: '\n' });
      collect(child, pieces);
      if (!inline) pieces.push({ text: CELL.has(child.name) ? ': ' : '\n' });
    }
  }
}

function apply(pieces: Piece[], redact: (text: string) => Pick<Redaction, 'text' | 'spans'>): void {
  const joined = pieces.map(({ text }) => text).join('');
  const redacted = redact(joined);
  if (redacted.spans.length === 0) return;
  const replacements = replacementsIn(joined, redacted);
  if (replacements === undefined) {
    // safe, and the text is whole; only the markup inside it is lost
    let rest = redacted.text;
    for (const piece of pieces) {
      piece.text = piece.node ? rest : '';
      if (piece.node) rest = '';
    }
    return;
  }
  let at = 0;
  let next = 0;
  let placed = false;
  for (const piece of pieces) {
    const end = at + piece.text.length;
    const kept: string[] = [];
    let from = at;
    for (let span = redacted.spans[next]; span && span.start < end; span = redacted.spans[next]) {
      kept.push(joined.slice(from, Math.max(from, span.start)));
      if (!placed && piece.node) {
        kept.push(replacements[next] ?? '');
        placed = true;
      }
      from = Math.min(end, span.end);
      if (span.end > end) break;
      placed = false;
      next++;
    }
    kept.push(joined.slice(from, end));
    piece.text = kept.join('');
    at = end;
  }
}

/** What stands in place of each span; undefined if the text does not tell. */
function replacementsIn(
  original: string,
  { text, spans }: Pick<Redaction, 'text' | 'spans'>,
): string[] | undefined {
  const replacements: string[] = [];
  let from = 0;
  let at = 0;
  for (const [index, { start, end }] of spans.entries()) {
    const gap = original.slice(from, start);
    if (!text.startsWith(gap, at)) return undefined;
    at += gap.length;
    const next = original.slice(end, spans[index + 1]?.start);
    const stop =
      labelEnd(text, at, original.slice(start, end)) ?? stopOf(text, at, next, index === spans.length - 1);
    if (stop < at) return undefined;
    replacements.push(text.slice(at, stop));
    at = stop;
    from = end;
  }
  return text.slice(at) === original.slice(from) ? replacements : undefined;
}

/** Where a label ends; a token has the title and the degree of its name beside it. */
function labelEnd(text: string, at: number, value: string): number | undefined {
  const { title, degree } = partTitled(value);
  LABEL.lastIndex = text.startsWith(title, at) ? at + title.length : at;
  if (!LABEL.test(text)) return undefined;
  const end = LABEL.lastIndex;
  return text.startsWith(degree, end) ? end + degree.length : end;
}

function stopOf(text: string, at: number, next: string, last: boolean): number {
  return last ? text.length - next.length : next === '' ? -1 : text.indexOf(next, at);
}
