import { addCounts, CATEGORIES, type Category, type Counts } from '../../category';
import { DocumentRedaction } from '../document-redaction';
import type { StructuredRedaction, StructuredRedactorOptions } from '../field';
import { cueOf, redactLeaves, type Leaf, type Piece } from '../leaves';
import { StructuredError } from '../structured-error';
import { invalid, readCsv, type CsvDelimiter, type CsvRow } from './csv-reader';

/** What happens to a column: left alone, read as text, or replaced whole as an identifier of a category. */
export type CsvRule = 'keep' | 'text' | Category;

export interface CsvRedactorOptions extends StructuredRedactorOptions {
  /**
   * Rules by the name of the column in the header row. Every other column is read as text, its name as the cue of its values.
   * @default none
   */
  readonly columns?: Readonly<Record<string, CsvRule>>;
  /** @default ',' */
  readonly delimiter?: CsvDelimiter;
}

export interface CsvRedactor {
  /**
   * Redacts a whole CSV with a header row.
   * @throws StructuredError INVALID_CSV with the number of the row
   */
  readonly redact: (csv: string) => Promise<StructuredRedaction>;
  /**
   * The same row by row, for files of any size.
   * @param counts is added to
   * @throws StructuredError INVALID_CSV with the number of the row; the rows before it were given
   */
  readonly rows: (chunks: AsyncIterable<string> | Iterable<string>, counts: Counts) => AsyncGenerator<string>;
}

const RULES = new Set<string>([...CATEGORIES, 'keep', 'text']);

/** @throws StructuredError INVALID_POLICY */
export function createCsvRedactor(options: CsvRedactorOptions): CsvRedactor {
  const columns = new Map(Object.entries(options.columns ?? {}));
  for (const [at, rule] of [...columns.values()].entries()) {
    if (!RULES.has(rule)) {
      throw new StructuredError(
        'INVALID_POLICY',
        `the rule of column number ${at + 1} must be keep, text, or a category such as NAME`,
      );
    }
  }
  const delimiter = options.delimiter ?? ',';
  async function* rows(
    chunks: AsyncIterable<string> | Iterable<string>,
    counts: Counts,
  ): AsyncGenerator<string> {
    let header: readonly CsvColumn[] | undefined;
    let number = 0;
    for await (const row of readCsv(chunks, delimiter)) {
      number++;
      const redaction = new DocumentRedaction(options);
      let values: string[];
      if (header === undefined) {
        header = row.fields.map(({ value }) => columnOf(value.replace(/^\ufeff/, ''), columns));
        values = redactHeader(row, header, redaction);
      } else {
        if (row.fields.length !== header.length) {
          throw invalid(number, `${row.fields.length} fields where the header row has ${header.length}`);
        }
        values = redactRow(row, header, redaction);
      }
      yield write(row, values, delimiter);
      addCounts(counts, redaction.counts);
    }
  }
  return {
    rows,
    async redact(csv) {
      const counts: Counts = {};
      const pieces: string[] = [];
      for await (const row of rows([csv], counts)) pieces.push(row);
      return { text: pieces.join(''), counts };
    },
  };
}

interface CsvColumn {
  readonly rule: CsvRule | undefined;
  /** What its name says of its values. */
  readonly cue: string;
}

function columnOf(name: string, columns: ReadonlyMap<string, CsvRule>): CsvColumn {
  return { rule: columns.get(name), cue: cueOf(name) };
}

/** A column that the policy names is a name of the schema; any other may be somebody's. */
function redactHeader(
  { fields }: CsvRow,
  header: readonly CsvColumn[],
  redaction: DocumentRedaction,
): string[] {
  return fields.map(({ value }, at) => (header[at]?.rule === undefined ? redaction.text(value) : value));
}

/** The names and numbers of a row are looked for in its texts, which are read together: each by the name of its column. */
function redactRow({ fields }: CsvRow, header: readonly CsvColumn[], redaction: DocumentRedaction): string[] {
  for (const [at, { value }] of fields.entries()) {
    const rule = header[at]?.rule;
    if (rule === 'NAME') redaction.known.addName(value);
    else if (rule !== undefined && rule !== 'keep' && rule !== 'text' && rule !== 'DATE') {
      redaction.known.addCode(rule, value);
    }
  }
  const pieces: Piece[] = [];
  const leaves = fields.map(({ value }, at): Leaf => {
    const { rule, cue } = header[at] ?? { rule: undefined, cue: '' };
    if (rule === 'keep') return { text: value };
    if (rule !== undefined && rule !== 'text') {
      return { text: redaction.field({ category: rule, detector: 'csv-field' }, value) };
    }
    const leaf = { text: value };
    pieces.push(cue, leaf, '\n');
    return leaf;
  });
  redactLeaves(pieces, redaction);
  return leaves.map(({ text }) => text);
}

function write({ fields, end }: CsvRow, values: readonly string[], delimiter: CsvDelimiter): string {
  const written = fields.map(({ quoted }, at) => {
    const value = values[at] ?? '';
    const needsQuotes = quoted || value.includes(delimiter) || /["\r\n]/.test(value);
    return needsQuotes ? `"${value.replaceAll('"', '""')}"` : value;
  });
  return written.join(delimiter) + end;
}
