import * as fc from 'fast-check';
import { RequestTokens } from '../../../../lambda/gateway/request-tokens';
import { blocksOf } from '../../../../lambda/gateway/stages/model-input';
import { readInPlace } from '../../../../lambda/gateway/stages/read-in-place';
import { redactInput, redactorOf, type Given } from '../../../../lambda/gateway/stages/redact-input';
import { PLANTED } from '../../../support/planted';

const redactor = redactorOf({ redaction: { profile: 'safe-harbor' } });
const NOTHING: Given = { fields: new Map(), record: undefined, text: undefined, documents: [] };
const redact = (given: Partial<Given>, tokens = new RequestTokens()) =>
  redactInput({ ...NOTHING, ...given }, redactor, tokens);

test('a name of a field is redacted in every document, by one token', () => {
  const { fields, documents, counts } = redact({
    fields: new Map([['patientName', 'Marlowe Quillfeather']]),
    documents: ['Later quillfeather, marlowe was moved. Marlowe Quillfeather slept.'],
  });
  const token = String(fields.get('patientName'));
  expect(token).toMatch(/^\[NAME:[\w-]+\]$/u);
  expect(documents[0]).not.toMatch(/marlowe|quillfeather/iu);
  expect(documents[0]).toContain(token);
  expect(counts.NAME).toBeGreaterThanOrEqual(2);
});

test('what a request gives is turned back letter by letter', () => {
  const tokens = new RequestTokens();
  const text = 'Patient: Quillfeather, Marlowe. SSN 512-45-7788, mail marlowe.q@example.org.';
  const { text: clean = '' } = redact({ text }, tokens);
  expect(clean).not.toMatch(/Quill|512|marlowe/u);
  expect(tokens.restore(clean)).toBe(text);
});

test('resources of FHIR keep their shape, and lose whom they are about', () => {
  const patient = {
    resourceType: 'Patient',
    id: '5512-8841',
    name: [{ family: 'Quillfeather', given: ['Marlowe'] }],
    birthDate: '1931-03-14',
    gender: 'male',
  };
  const tokens = new RequestTokens();
  const { fields, record } = redact({ fields: new Map([['patient', patient]]), record: patient }, tokens);
  for (const resource of [fields.get('patient'), record]) {
    expect(resource).toMatchObject({ resourceType: 'Patient', gender: 'male' });
    expect(JSON.stringify(resource)).not.toMatch(/Quill|Marlowe|5512|1931-03/u);
  }
  // what one part of a request gives away is found where nothing gives it away
  const pieces = [{ origin: 'document', text: 'and Quillfeather slept' } as const];
  expect(readInPlace(pieces, tokens.and(redactor), tokens).pieces[0]?.text).not.toContain('Quill');
});

test('fields keep their order and names, even where a name reads like one of a person', () => {
  const fields = new Map<string, unknown>([
    ['marlowe.quillfeather', 'BP 120/80 and no acute distress today'],
    ['count', 3],
  ]);
  const clean = redact({ fields }).fields;
  expect([...clean.keys()]).toEqual(['marlowe.quillfeather', 'count']);
});

test('content that cannot be read is refused, and nothing of it is said', () => {
  let deep: unknown = 'Quillfeather';
  for (let depth = 0; depth < 20_000; depth++) deep = [deep];
  expect(() => redact({ record: deep })).toThrow(/CONTENT_REFUSED|REDACTION_FAILED/u);
});

test('the place of a value can make an identifier of it, and approved text stays as approved', () => {
  const tokens = new RequestTokens();
  const pieces = [
    { origin: 'approved', text: 'Seen by Dr. House on 03/14/2024. Patient: ' },
    { origin: 'given', text: 'Qwelt Zubrowka' },
    { origin: 'approved', text: ', MRN: ' },
    { origin: 'given', text: '5512884' },
    { origin: 'approved', text: '\n' },
  ] as const;
  const { pieces: read, counts } = readInPlace(pieces, redactor, tokens);
  expect(read.map(({ text }) => text)).toEqual([
    pieces[0].text,
    expect.stringMatching(/^\[NAME:[\w-]+\]$/u),
    pieces[2].text,
    expect.stringMatching(/^\[MRN:[\w-]+\]$/u),
    '\n',
  ]);
  expect(counts).toEqual({ NAME: 1, MRN: 1 });
});

test('a limited data set keeps dates and towns', () => {
  const limited = redactorOf({ redaction: { profile: 'limited-data-set', dataUseAgreement: 'DUA-7' } });
  const text = 'Admitted 03/14/2024 in Dayton, OH. SSN 512-45-7788.';
  const { text: clean } = redactInput({ ...NOTHING, text }, limited, new RequestTokens());
  expect(clean).toMatch(/^Admitted 03\/14\/2024 in Dayton, OH\. SSN \[SSN:[\w-]+\]\.$/u);
});

test('whatever is planted anywhere in a request, none of it is left', () => {
  const planted = fc.oneof(...PLANTED);
  fc.assert(
    fc.property(planted, planted, planted, (field, free, document) => {
      const clean = redact({
        fields: new Map([['note', `Chart. ${field.phrase}.\n`]]),
        text: `Chart. ${free.phrase}.\n`,
        documents: [`Chart. ${document.phrase}.\n`],
      });
      const sent = JSON.stringify([...clean.fields.values(), clean.text, clean.documents]);
      // a token is random and may hold any short run of digits
      const told = sent.replaceAll(/\[[A-Z_0-9]+:[\w-]+\]/gu, '');
      for (const { value } of [field, free, document])
        expect(told).not.toContain(JSON.stringify(value).slice(1, -1));
    }),
    { numRuns: Number(process.env['SLOW'] ?? 0) > 0 ? 1000 : 100 },
  );
});

test.each([
  ['plain', '[SSN:512-45-7788] and [NAME:Quillfeather]'],
  ['in JSON inside of a text', '{"a":"[SSN:512-45-7788]","b":"[NAME:Quillfeather]"}'],
  [
    'escaped in JSON inside of a text',
    String.raw`{"a":"\u005bSSN:512-45-7788]","b":"\u005bNAME:Quillfeather\u005d"}`,
  ],
])('nothing hides in the shape of a token, %s', (_, text) => {
  const tokens = new RequestTokens();
  const clean = redact({ text, documents: [text], fields: new Map([['note', { inner: text }]]) }, tokens);
  const pieces = [clean.text ?? '', ...clean.documents, JSON.stringify(clean.fields.get('note'))].map(
    (each) => ({ origin: 'given', text: each }) as const,
  );
  const read = readInPlace(pieces, tokens.and(redactor), tokens);
  expect(read.pieces.map((piece) => piece.text).join('')).not.toMatch(/512-45|Quillfeather/u);
});

test('a value that parts two others stays between them, and no block is white space', () => {
  const pieces = [
    { origin: 'approved', text: '\n' },
    { origin: 'given', text: 'one' },
    { origin: 'approved', text: ' ' },
    { origin: 'given', text: 'two' },
    { origin: 'approved', text: '\n\n' },
  ] as const;
  const blocks = blocksOf(pieces);
  expect(blocks.map(({ text }) => text)).toEqual(['\none ', 'two\n\n']);
  expect(blocksOf([{ origin: 'approved', text: ' ' }])).toEqual([]);
});
