import { createRedactor } from '../../../lambda/redaction/redactor';

const { redact, detect } = createRedactor();

test('replaces each identifier by its label and counts them', () => {
  const { text, counts } = redact('Dr. Ana Rivera saw MRN 445566 on 3/4/2024 and 3/5/2024.');
  expect(text).toBe('[NAME] saw MRN [MRN] on [DATE] and [DATE].');
  expect(counts).toEqual({ NAME: 1, MRN: 1, DATE: 2 });
});

test('spans say where, what and who, never the value', () => {
  const text = 'SSN 512-45-7788.';
  expect(detect(text)).toEqual([
    { start: 4, end: 15, category: 'SSN', detector: 'social-security-number', score: 0.95 },
  ]);
});

test('a text without identifiers comes back as it was', () => {
  const text = 'BP 120/80, HR 72. Metformin 500 mg BID. A1c 7.2%. Parkinson disease since 2019.';
  expect(redact(text)).toEqual({ text, spans: [], counts: {} });
});

test('an empty text has nothing to redact', () => {
  expect(redact('')).toEqual({ text: '', spans: [], counts: {} });
});

test.each([
  ['a zero-width sign inside', 'SSN 512\u200b-45-77\u200b88'],
  ['full-width figures', 'SSN ５１２-４５-７７８８'],
  ['other digits', 'SSN ٥١٢-٤٥-٧٧٨٨'],
  ['long dashes', 'SSN 512\u201345\u20147788'],
  ['narrow spaces', 'SSN 512\u202f45\u202f7788'],
])('finds a number disguised with %s', (_, text) => {
  expect(redact(text).text).toBe('SSN [SSN]');
});

test('finds a name disguised with letters of another script', () => {
  // Cyrillic і, е and а
  expect(redact('seen by Dr. Rіvеrа today').text).toBe('seen by [NAME] today');
});

test('offsets are those of the text given, not of the text read', () => {
  const text = '\u200b\ufeff😀 SSN 512-45-7788';
  const [span] = detect(text);
  expect(text.slice(span?.start, span?.end)).toBe('512-45-7788');
});

test('labels already in a text stay, and nothing is found across them', () => {
  const text = '[NAME] of [GEO], MRN [MRN], age [AGE_OVER_89]';
  expect(redact(text)).toMatchObject({ text, spans: [] });
});

test('finds what a neighbour had hidden, so that the output holds nothing detectable', () => {
  const { text } = redact('512-45-7788-312-555-0187 512-45-7788-312-555-0187');
  expect(detect(text)).toEqual([]);
  expect(text).not.toMatch(/\d{3}/);
});

test('runs only the recognizers given', () => {
  const only = createRedactor({
    recognizers: [
      {
        name: 'x',
        category: 'PHOTO',
        atDigits: ({ digits }, at, found) => found.add(digits[at]?.start ?? 0, digits[at]?.end ?? 0, 1),
      },
    ],
  });
  expect(only.redact('a 1, Ana Rivera').spans[0]).toMatchObject({ category: 'PHOTO', detector: 'x' });
});

test('tells its profile: safe harbor unless another is chosen', () => {
  expect(createRedactor().profile.name).toBe('safe-harbor');
  expect(createRedactor({ profile: { name: 'strict' } }).profile.name).toBe('strict');
});

describe('a whole field', () => {
  const name = { category: 'NAME', detector: 'csv-field' } as const;
  const limited = createRedactor({
    profile: { name: 'limited-data-set', dataUseAgreement: 'DUA-7' },
    operators: { MRN: 'remove' },
  });

  const fakes = createRedactor({
    operators: { NAME: 'surrogate' },
    surrogateSecret: new Uint8Array(32).fill(3),
  });

  test('is replaced by its operator, whatever it looks like', () => {
    expect(createRedactor().redactField(name, 'BP 120/80')).toBe('[NAME]');
    expect(limited.redactField({ category: 'MRN', detector: 'csv-field' }, '7')).toBe('');
    expect(fakes.redactField(name, 'Qwelt', { subject: { reference: 's' } })).not.toMatch(/Qwelt|\[|^$/);
  });

  test('stays if the profile leaves it', () => {
    expect(limited.redactField({ category: 'DATE', detector: 'fhir-date' }, '2024-03-04')).toBe('2024-03-04');
    expect(limited.redactField({ category: 'GEO', detector: 'place' }, 'Dayton')).toBe('Dayton');
    expect(limited.redactField({ category: 'GEO', detector: 'street-address' }, '1 Elm St')).toBe('[GEO]');
  });

  test('needs what its operator needs', () => {
    expect(() => fakes.redactField(name, 'Qwelt')).toThrow(/needs 'subject'/);
  });
});
