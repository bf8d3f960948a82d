import type { DocumentRedaction } from '../document-redaction';
import { redactLeaves, type Piece } from '../leaves';
import type { XmlElement } from './xml-tree';

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
  redactLeaves(pieces, redaction);
}

function collect(element: XmlElement, pieces: Piece[]): void {
  for (const child of element.children) {
    if (child.kind === 'text') pieces.push(child);
    else {
      const inline = INLINE.has(child.name);
      if (!inline && !CELL.has(child.name)) pieces.push('\n');
      collect(child, pieces);
      if (!inline) pieces.push(CELL.has(child.name) ? ': ' : '\n');
    }
  }
}
