import { CATEGORIES, type Category, type Counts } from '../../category';
import { DocumentRedaction } from '../document-redaction';
import type { StructuredRedaction, StructuredRedactorOptions } from '../field';
import { StructuredError } from '../structured-error';
import { invalid, readCsv, type CsvField, type CsvRow } from './csv-reader';

/** What happens to a column: left alone, read as text, or replaced whole as an identifier of a category. */
export type CsvRule = 'keep' | 'text' | Category;

export interface CsvRedactorOptions extends StructuredRedactorOptions {
  /**
   * Rules by the name of the column in the header row. Every other column is read as text.
   * @default none
   */
  readonly columns?: Readonly<Record<string, CsvRule>>;
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
  async function* rows(
    chunks: AsyncIterable<string> | Iterable<string>,
    counts: Counts,
  ): AsyncGenerator<string> {
    let rules: readonly (CsvRule | undefined)[] | undefined;
    let number = 0;
    for await (const row of readCsv(chunks)) {
      number++;
      const redaction = new DocumentRedaction(options);
      if (rules === undefined) {
        rules = row.fields.map(({ value }) => columns.get(value.replace(/^\ufeff/, '')));
        // a column that the policy names is a name of the schema; any other may be somebody's
        yield write(row, (field, at) =>
          rules?.[at] === undefined ? redaction.text(field.value) : field.value,
        );
      } else {
        if (row.fields.length !== rules.length) {
          throw invalid(number, `${row.fields.length} fields where the header row has ${rules.length}`);
        }
        yield redactRow(row, rules, redaction);
      }
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

/** The names and numbers of a row are looked for in its texts. */
function redactRow(
  row: CsvRow,
  rules: readonly (CsvRule | undefined)[],
  redaction: DocumentRedaction,
): string {
  for (const [at, { value }] of row.fields.entries()) {
    const rule = rules[at];
    if (rule === 'NAME') redaction.known.addName(value);
    else if (rule !== undefined && rule !== 'keep' && rule !== 'text' && rule !== 'DATE') {
      redaction.known.addCode(rule, value);
    }
  }
  return write(row, ({ value }, at) => {
    const rule = rules[at] ?? 'text';
    if (rule === 'keep') return value;
    return rule === 'text'
      ? redaction.text(value)
      : redaction.field({ category: rule, detector: 'csv-field' }, value);
  });
}

function write({ fields, end }: CsvRow, redact: (field: CsvField, at: number) => string): string {
  const written = fields.map((field, at) => {
    const value = redact(field, at);
    return field.quoted || /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  });
  return written.join(',') + end;
}

function addCounts(to: Counts, from: Counts): void {
  for (const [category, count] of Object.entries(from)) {
    to[category as Category] = (to[category as Category] ?? 0) + count;
  }
}
