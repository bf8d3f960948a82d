import type { Category } from '../../../lambda/redaction/category';

/** An identifier, known because it was put there: no search ever finds its place. */
export interface Identifier {
  readonly category: Category;
  readonly value: string;
}

/** What Safe Harbor does not list, but a careful reader may remove: neither right nor wrong. */
export interface Neutral {
  readonly neutral: string;
}

export type Piece = string | Identifier | Neutral;
export type Text = readonly Piece[];

export interface LabelledSpan {
  readonly start: number;
  readonly end: number;
  readonly label: Category;
}

export interface LabelledText {
  readonly text: string;
  readonly spans: readonly LabelledSpan[];
  readonly ignore: readonly { readonly start: number; readonly end: number }[];
}

export function identifier(category: Category, value: string): Identifier {
  return { category, value };
}

export function neutral(value: string): Neutral {
  return { neutral: value };
}

type Filling = Piece | Text | number;

/** A sentence with its fillings: say`Seen by Dr. ${name} on ${date}.` */
export function say(words: TemplateStringsArray, ...fillings: readonly Filling[]): Text {
  return words.flatMap((word, index) => [word, ...piecesOf(fillings[index] ?? '')]);
}

function piecesOf(filling: Filling): Text {
  if (Array.isArray(filling)) return filling as Text;
  return [typeof filling === 'number' ? String(filling) : (filling as Piece)];
}

export function join(texts: readonly Text[], between: string): Text {
  return texts.flatMap((text, index) => (index === 0 ? [...text] : [between, ...text]));
}

/** Writes the pieces one after another and notes where each identifier came to stand. */
export function compose(pieces: Text): LabelledText {
  const spans: LabelledSpan[] = [];
  const ignore: { start: number; end: number }[] = [];
  let text = '';
  for (const piece of pieces) {
    const start = text.length;
    if (typeof piece === 'string') {
      text += piece;
    } else if ('neutral' in piece) {
      text += piece.neutral;
      ignore.push({ start, end: text.length });
    } else {
      text += piece.value;
      spans.push({ start, end: text.length, label: piece.category });
    }
  }
  return { text, spans, ignore };
}
