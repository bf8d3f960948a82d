import * as fc from 'fast-check';
import type { Counts } from '../../../../../lambda/redaction/category';
import { createRedactor } from '../../../../../lambda/redaction/redactor';
import { createCsvRedactor, type CsvRule } from '../../../../../lambda/redaction/structured/csv/csv-redactor';
import { PLANTED } from '../../../../support/planted';
import { StructuredError } from '../../../../../lambda/redaction/structured/structured-error';

const redactor = createRedactor();
const columns: Readonly<Record<string, CsvRule>> = { name: 'NAME', mrn: 'MRN', code: 'keep', note: 'text' };
const csv = createCsvRedactor({ redactor, columns });
const redact = async (text: string): Promise<string> => (await csv.redact(text)).text;

const rejection = async (run: Promise<unknown>): Promise<StructuredError> => {
  const error: unknown = await run.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof StructuredError) return error;
  throw new Error('no structured error');
};

test('redacts by column, and looks in texts for what the fields of the row named', async () => {
  const text =
    'name,mrn,code,note,other\nQwelt,887766,K35.8,"qwelt, 887766, left",call 312-555-0187\nZyx,5,,qwelt,\n';
  expect(await csv.redact(text)).toEqual({
    text: 'name,mrn,code,note,other\n[NAME],[MRN],K35.8,"[NAME], [MRN], left",call [PHONE]\n[NAME],[MRN],,qwelt,\n',
    counts: { NAME: 3, MRN: 3, PHONE: 1 },
  });
});

test('reads a value by the name of its column', async () => {
  expect(await redact('lastName,postalCode,weight\nZelwq,45402,81\n')).toBe(
    'lastName,postalCode,weight\n[NAME],[GEO],81\n',
  );
});

test('reads fields between tabs, and quotes a value that a tab is in', async () => {
  const tabs = createCsvRedactor({ redactor, delimiter: '\t', replaceField: () => 'a\tb', columns });
  expect((await tabs.redact('name\tnote\nQwelt\ta,b\n')).text).toBe('name\tnote\n"a\tb"\ta,b\n');
});

test.each([
  ['quotes', 'note,code\n"fine ""now""",x\n'],
  ['line ends inside quotes', 'note,code\r\n"one\r\ntwo",x\r\n'],
  ['old line ends', 'note,code\rfine,x\r'],
  ['no line end at the end', 'note,code\nfine,x'],
  ['a byte order mark', '\ufeffcode,note\nDr. Okonkwo,fine\n'],
  ['quotes that were not needed', '"note","code"\n"fine","x"\n'],
  ['empty fields', 'note,code\n,\n"",\n'],
  ['formulas', 'note,code\n=1+1,@x\n'],
  ['lone surrogates', 'note,code\n\ud800,x\n'],
])('keeps %s', async (_, text) => {
  expect(await redact(text)).toBe(text);
});

test('redacts what stands in the header where a name of a column belongs', async () => {
  expect(await redact('code,Dr. Okonkwo\nx,y\n')).toBe('code,[NAME]\nx,y\n');
});

test.each([
  ['a row with a field too few', 'name,code\nQwelt,x\nQwelt\n', 'row 3'],
  ['a row with a field too many', 'name,code\nQwelt,x,y\n', 'row 2'],
  ['a quote inside a field', 'name,code\nQw"elt,x\n', 'row 2'],
  ['signs behind a quote', 'name,code\n"Qwelt"x,y\n', 'row 2'],
  ['a quote that is not closed', 'name,code\n"Qwelt,x\n', 'row 2'],
])('refuses %s by its number, and says nothing of it', async (_, text, row) => {
  const error = await rejection(csv.redact(text));
  expect(error.code).toBe('INVALID_CSV');
  expect(error.message).toContain(row);
  expect(error.stack).not.toMatch(/Qw|elt/);
});

test('refuses a rule that is none', () => {
  expect(() => createCsvRedactor({ redactor, columns: { a: 'HIDE' as 'keep' } })).toThrow('INVALID_POLICY');
});

test('wherever chunks are cut, the rows are the same', async () => {
  const text = 'name,note\r\nQwelt,"a ""b""\r\nc"\r\n"Zyx",Dr. Okonkwo\r\n';
  const whole = await redact(text);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: text.length }), { maxLength: 6 }), async (cuts) => {
      const edges = [0, ...cuts.sort((a, b) => a - b), text.length];
      const chunks = edges.slice(1).map((end, at) => text.slice(edges[at], end));
      const rows: string[] = [];
      const counts: Counts = {};
      for await (const row of csv.rows(chunks, counts)) rows.push(row);
      expect(rows.join('')).toBe(whole);
      expect(rows).toHaveLength(3);
      expect(counts).toEqual({ NAME: 3 });
    }),
  );
});

test('a file of ten megabytes is given row by row', async () => {
  function* chunks(): Generator<string> {
    yield 'code,name\n';
    for (let at = 0; at < 10; at++) yield `${'K35.8,'.padEnd(999, 'x')}\n`.repeat(1_000);
  }
  let rows = 0;
  let longest = 0;
  for await (const row of csv.rows(chunks(), {})) {
    rows++;
    longest = Math.max(longest, row.length);
  }
  expect([rows, longest < 100]).toEqual([10_001, true]);
});

test('no identifier survives in a field, whatever its column is called', async () => {
  const quote = (value: string): string => `"${value.replaceAll('"', '""')}"`;
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(...PLANTED),
      fc.constantFrom('note', 'x', 'free_text', ''),
      async ({ phrase, value }, column) => {
        expect(await redact(`${column},code\n${quote(phrase)},x\n`)).not.toContain(
          value.replaceAll('"', '""'),
        );
      },
    ),
    { numRuns: 200, seed: 4 },
  );
});

test('a second redaction changes nothing', async () => {
  const field = fc.string({
    unit: fc.constantFrom(...'ab"\n,Q1=\ud800'.split(''), 'Dr. Okonkwo', '312-555-0187'),
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(field, field), { maxLength: 5 }), async (rows) => {
      const quote = (value: string): string => `"${value.replaceAll('"', '""')}"`;
      const text = ['name,note', ...rows.map((row) => row.map(quote).join(','))].join('\n');
      const once = await redact(text);
      expect(await redact(once)).toBe(once);
    }),
  );
});
