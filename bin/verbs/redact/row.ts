import type { Redaction } from '../../../lambda/redaction/redactor';

/** One input line, its bytes as they came. */
export interface Line {
  readonly number: number;
  readonly bytes: Uint8Array;
}

const NEW_LINE = 0x0a;

/** Cuts a byte stream into lines and holds no more than one of them. */
export async function* linesOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let pieces: Uint8Array[] = [];
  let number = 1;
  for await (const chunk of source) {
    let from = 0;
    for (let end = chunk.indexOf(NEW_LINE); end >= 0; end = chunk.indexOf(NEW_LINE, from)) {
      yield { number: number++, bytes: Buffer.concat([...pieces, chunk.subarray(from, end)]) };
      pieces = [];
      from = end + 1;
    }
    if (from < chunk.length) pieces.push(chunk.subarray(from));
  }
  if (pieces.length > 0) yield { number, bytes: Buffer.concat(pieces) };
}

export interface Row {
  readonly id: string | number;
  /** Whose text it is; only surrogates ask. */
  readonly subject?: string | number;
  readonly text: string;
}

/** The text of a line without a byte order mark, which editors put before the first; undefined if it is not UTF-8. */
export function textOf({ bytes }: Line): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The row of a line; what is wrong with it, in words that hold nothing of it; or undefined for a blank line. */
export function readRow(line: Line): Row | string | undefined {
  const json = textOf(line);
  if (json === undefined) return 'not UTF-8';
  if (json.trim() === '') return undefined;
  let row: unknown;
  try {
    row = JSON.parse(json);
  } catch {
    return 'not JSON';
  }
  if (typeof row !== 'object' || row === null || Array.isArray(row))
    return 'not an object with "id" and "text"';
  const { id, text, subject } = row as Partial<Record<keyof Row, unknown>>;
  if (typeof id !== 'string' && typeof id !== 'number') return '"id" is not a string or a number';
  if (typeof text !== 'string') return '"text" is not a string';
  if (subject === undefined) return { id, text };
  if (typeof subject !== 'string' && typeof subject !== 'number')
    return '"subject" is not a string or a number';
  if (subject === '') return '"subject" is empty';
  return { id, text, subject };
}

export function writeRow({ id }: Row, { text, spans }: Redaction): string {
  return `${JSON.stringify({ id, text, spans })}\n`;
}
