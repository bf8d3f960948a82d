import { KnownValues } from '../../../../lambda/redaction/structured/known-values';

/** The pieces of a text that are found, joined by bars. */
function found(text: string, teach: (known: KnownValues) => void): string {
  const known = new KnownValues();
  teach(known);
  return known
    .find(text)
    .map(({ start, end, category }) => `${text.slice(start, end)}=${category}`)
    .join('|');
}

const name =
  (value: string) =>
  (known: KnownValues): void => {
    known.addName(value);
  };

test.each([
  ['in any case', 'Qwelt', 'QWELT and qwelt', 'QWELT=NAME|qwelt=NAME'],
  ['as a whole word only', 'Ana', 'Ana, banana, Anatomy', 'Ana=NAME'],
  ['with a possessive', 'Qwelt', "Qwelt's", 'Qwelt=NAME'],
  ['with and without accents', 'José Núñez', 'jose, NUN\u0303EZ', 'jose, NUN\u0303EZ=NAME'],
  ['cut by invisible signs', 'Qwelt', 'Qw\u200belt', 'Qw\u200belt=NAME'],
  ['in full-width letters', 'Qwelt', '\uff31\uff57\uff45\uff4c\uff54', '\uff31\uff57\uff45\uff4c\uff54=NAME'],
  [
    'by each part of a double name',
    'Smith-Qwelt',
    'qwelt; Smith-Qwelt; SmithQwelt',
    'qwelt=NAME|Smith-Qwelt=NAME|SmithQwelt=NAME',
  ],
  ['beside an underscore', 'Qwelt', 'scan_qwelt_1.pdf', 'qwelt=NAME'],
  ['as one with its neighbour', 'Ana Qwelt', 'Qwelt, Ana; Ana', 'Qwelt, Ana=NAME|Ana=NAME'],
  ['if also a word, with a capital', 'Will', 'will Will', 'Will=NAME'],
  ['if short, with a capital', 'Li', 'li Li', 'Li=NAME'],
  ['but for titles and particles', 'Dr. de la Qwelt Jr.', 'dr de la jr', ''],
  ['but for a text of more words than a name has', 'he walks well with a cane every single day', 'walks', ''],
  ['but not inside a label', 'Name', '[NAME] [NAME:a1B2c3D4e5F6g7H8]', ''],
])('finds a name %s', (_, value, text, expected) => {
  expect(found(text, name(value))).toBe(expected);
});

test.each([
  ['A-887 66', 'a88766, A-88766', 'a88766=MRN|A-88766=MRN'],
  ['8876', '8876', ''],
  ['abcde', 'abcde', ''],
  ['88766', '188766 88766', '88766=MRN'],
])('finds the number %s where it is long enough to be one', (code, text, expected) => {
  expect(found(text, (known) => known.addCode('MRN', code))).toBe(expected);
});

test('finds a phone number without its area code too', () => {
  expect(found('555-0187', (known) => known.addCode('PHONE', '(312) 555-0187'))).toBe('555-0187=PHONE');
});

test('finds a town of one word, with its capital', () => {
  expect(found('Harlow harlow', (known) => known.addTown('Harlow'))).toBe('Harlow=GEO');
  expect(found('New York', (known) => known.addTown('New York'))).toBe('');
});

test('time does not grow with what is known', () => {
  const known = new KnownValues();
  for (let at = 0; at < 50_000; at++) known.addCode('MRN', `Q${at}887766`);
  const start = process.cpuUsage();
  expect(known.find('nothing of it is in here. '.repeat(40_000))).toEqual([]);
  expect(process.cpuUsage(start).user).toBeLessThan(5_000_000);
});
