import { StructuredError } from '../structured-error';

/** The signs a message itself defines in MSH-1 and MSH-2 (HL7 v2.5.1, chapter 2.5.4). */
export interface Delimiters {
  readonly field: string;
  readonly component: string;
  readonly repetition: string;
  readonly escape: string;
  readonly subcomponent: string;
}

const ALPHANUMERIC = /[A-Za-z0-9\s]/;
const LINE_BREAK = /^\.(?:br|sp\d*)$/;
const HEX = /^X(?:[0-9A-Fa-f]{2})+$/;

/**
 * @param header a segment MSH, FHS or BHS
 * @param line its number
 * @throws StructuredError INVALID_HL7
 */
export function readDelimiters(header: string, line: number): Delimiters {
  const [field = '', component = '', repetition = '', escape = '', subcomponent = ''] = header.slice(3, 8);
  const all = [field, component, repetition, escape, subcomponent];
  if (new Set(all).size < all.length || all.some((sign) => sign === '' || ALPHANUMERIC.test(sign))) {
    throw new StructuredError(
      'INVALID_HL7',
      `line ${line}: a header segment must define five different delimiters behind its name, such as |^~\\&`,
    );
  }
  return { field, component, repetition, escape, subcomponent };
}

/** The text that escape sequences stand for. Formatting and sequences nobody else knows are left out. */
export function unescapeText(value: string, delimiters: Delimiters): string {
  const { escape } = delimiters;
  if (!value.includes(escape)) return value;
  const pieces = value.split(escape);
  const text: string[] = [];
  for (const [at, piece] of pieces.entries()) {
    // odd pieces stand between two escape signs; the last has no second one
    if (at % 2 === 0 || at === pieces.length - 1) text.push(piece);
    else text.push(meaningOf(piece, delimiters));
  }
  return text.join('');
}

function meaningOf(sequence: string, delimiters: Delimiters): string {
  switch (sequence) {
    case 'F':
      return delimiters.field;
    case 'S':
      return delimiters.component;
    case 'R':
      return delimiters.repetition;
    case 'E':
      return delimiters.escape;
    case 'T':
      return delimiters.subcomponent;
  }
  if (LINE_BREAK.test(sequence)) return '\n';
  return HEX.test(sequence) ? Buffer.from(sequence.slice(1), 'hex').toString('utf8') : '';
}

export function escapeText(text: string, delimiters: Delimiters): string {
  const names = new Map([
    [delimiters.field, 'F'],
    [delimiters.component, 'S'],
    [delimiters.repetition, 'R'],
    [delimiters.escape, 'E'],
    [delimiters.subcomponent, 'T'],
    ['\n', '.br'],
    ['\r', 'X0D'],
  ]);
  const { escape } = delimiters;
  return Array.from(text, (sign) => {
    const name = names.get(sign);
    return name === undefined ? sign : `${escape}${name}${escape}`;
  }).join('');
}
