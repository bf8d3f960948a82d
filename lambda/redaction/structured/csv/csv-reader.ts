import { StructuredError } from '../structured-error';

/** One field as it was written: its value, and whether it stood in quotes. */
export interface CsvField {
  readonly value: string;
  readonly quoted: boolean;
}

/** A row with the line end it was written with; the last row of a file may have none. */
export interface CsvRow {
  readonly fields: readonly CsvField[];
  readonly end: string;
}

const LONGEST_ROW = 16_000_000;

/** What stands between fields. */
export type CsvDelimiter = ',' | '\t';

const BARE: Readonly<Record<CsvDelimiter, RegExp>> = { ',': /[^",\r\n]*/y, '\t': /[^"\t\r\n]*/y };

/**
 * Reads RFC 4180 rows from chunks of text. A row is given once it is whole, so memory holds one row and not the file.
 * @throws StructuredError INVALID_CSV with the number of the row, counted from 1
 */
export async function* readCsv(
  chunks: AsyncIterable<string> | Iterable<string>,
  delimiter: CsvDelimiter,
): AsyncGenerator<CsvRow> {
  let buffer = '';
  let scanned = 0;
  let inQuotes = false;
  let number = 0;
  for await (const chunk of chunks) {
    buffer += chunk;
    let start = 0;
    for (;;) {
      const found = rowEnd(buffer, Math.max(start, scanned), inQuotes);
      ({ at: scanned, inQuotes } = found);
      if (!found.complete) break;
      yield parseRow(buffer.slice(start, scanned), delimiter, ++number);
      start = scanned;
    }
    buffer = buffer.slice(start);
    scanned -= start;
    if (buffer.length > LONGEST_ROW) {
      throw invalid(number + 1, `longer than ${LONGEST_ROW} UTF-16 units; is a quote not closed?`);
    }
  }
  if (buffer !== '') yield parseRow(buffer, delimiter, number + 1);
}

/** Where the next row ends. A CR at the end of what is there waits for its LF. */
function rowEnd(
  text: string,
  from: number,
  quotes: boolean,
): { readonly at: number; readonly inQuotes: boolean; readonly complete: boolean } {
  let inQuotes = quotes;
  for (let at = from; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"') inQuotes = !inQuotes;
    else if (!inQuotes && sign === '\n') return { at: at + 1, inQuotes, complete: true };
    else if (!inQuotes && sign === '\r') {
      if (at + 1 === text.length) return { at, inQuotes, complete: false };
      return { at: at + (text[at + 1] === '\n' ? 2 : 1), inQuotes, complete: true };
    }
  }
  return { at: text.length, inQuotes, complete: false };
}

function parseRow(source: string, delimiter: CsvDelimiter, number: number): CsvRow {
  const [end = ''] = /\r?\n$|\r$/.exec(source) ?? [];
  const text = source.slice(0, source.length - end.length);
  const fields: CsvField[] = [];
  for (let at = 0; ;) {
    const field = text[at] === '"' ? quotedField(text, at, number) : bareField(text, at, BARE[delimiter]);
    fields.push(field);
    at = field.next;
    if (at >= text.length) return { fields, end };
    if (text[at] !== delimiter)
      throw invalid(number, 'a quote stands inside a field; put the field in quotes');
    at++;
  }
}

function bareField(text: string, at: number, bare: RegExp): CsvField & { readonly next: number } {
  bare.lastIndex = at;
  const [value = ''] = bare.exec(text) ?? [];
  return { value, quoted: false, next: at + value.length };
}

function quotedField(text: string, start: number, number: number): CsvField & { readonly next: number } {
  let end = text.indexOf('"', start + 1);
  while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
  if (end < 0) throw invalid(number, 'a quote is not closed');
  return { value: text.slice(start + 1, end).replaceAll('""', '"'), quoted: true, next: end + 1 };
}

export function invalid(row: number, what: string): StructuredError {
  return new StructuredError('INVALID_CSV', `row ${row}: ${what}`);
}
