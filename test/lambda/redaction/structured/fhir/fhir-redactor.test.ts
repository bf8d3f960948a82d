import { readFileSync } from 'node:fs';
import { createRedactor } from '../../../../../lambda/redaction/redactor';
import { createFhirRedactor } from '../../../../../lambda/redaction/structured/fhir/fhir-redactor';
import { structuredErrorOf } from '../../../../support/structured-error-of';
import { misshapen } from '../../../../support/fhir-shape';
import { withoutNewIds } from '../../../../support/new-ids';

const redactor = createRedactor();
const { redact } = createFhirRedactor({ redactor, thisYear: 2026 });

/** A redacted element of a resource. */
function redacted(resource: object, element: string): unknown {
  return (JSON.parse(redact(JSON.stringify(resource)).text) as Record<string, unknown>)[element];
}

const patient = (element: string, value: unknown): unknown =>
  redacted({ resourceType: 'Patient', [element]: value }, element);
const MASKED = {
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'masked' }],
};

test('redacts a whole Bundle and leaves valid FHIR in its layout', () => {
  const bundle = readFileSync('test/fixtures/structured/bundle.json', 'utf8');
  const { text, counts } = redact(bundle);
  expect(withoutNewIds(text, bundle)).not.toMatch(
    /isolde|quillfeather|vantongeren|okonkwo|tomasz|zelenko|wanjiru|izzy|larkspur|harlow|tamarack|60693|lakeview clinic|8877|887766|512-45|555-0|1932175839|mail\.example|4433|03-04|march|2003-05|SXNvbGRl/i,
  );
  expect(misshapen(text)).toEqual([]);
  expect(text.split('\n').length).toBeGreaterThan(100);
  expect(counts).toMatchObject({ SSN: 1, FAX: 1, EMAIL: 1, AGE_OVER_89: 1, PHOTO: 1 });
});

test.each([
  [
    'a name',
    'name',
    [{ use: 'usual', family: 'Quillfeather', given: ['Isolde'] }],
    [{ use: 'usual', family: '[NAME]', given: ['[NAME]'] }],
  ],
  [
    'a phone',
    'telecom',
    [{ system: 'phone', value: '312-555-0187', rank: 1 }],
    [{ system: 'phone', value: '[PHONE]', rank: 1 }],
  ],
  ['a contact of no known kind', 'telecom', [{ value: 'isolde' }], [{ value: '[OTHER_ID]' }]],
  [
    'an address: the state stays',
    'address',
    [{ line: ['4 Oak St'], city: 'Harlow Falls', state: 'Illinois', country: 'USA' }],
    [{ line: ['[GEO]'], city: '[GEO]', state: 'Illinois', country: 'USA' }],
  ],
  ['a state that is none', 'address', [{ state: 'Harlow' }], [{ state: '[GEO]' }]],
  [
    'an identifier by its type',
    'identifier',
    [{ type: { coding: [{ code: 'DL' }] }, value: 'D123-4567' }],
    [{ type: { coding: [{ code: 'DL' }] }, value: '[LICENSE]' }],
  ],
  ['a birth date: the year stays', 'birthDate', '1985-03-04', '1985'],
  ['a birth year of somebody of 89', 'birthDate', '1937', '1937'],
  ['a flag', 'active', true, true],
  ['a code', 'gender', 'female', 'female'],
  ['a text where a flag belongs', 'active', 'Isolde Quillfeather', undefined],
  ['an object where a text belongs', 'birthDate', { a: 1 }, undefined],
  [
    'prose in an element nobody knows',
    'remark',
    'feels well and walks every day',
    'feels well and walks every day',
  ],
  ['a word in an element nobody knows', 'nickname', 'qwelt', '[OTHER_ID]'],
  ['a name in an element nobody knows', 'nickname', 'izzy', '[NAME]'],
  ['a number in an element nobody knows', 'chart', 88776, null],
])('redacts %s', (_, element, given, expected) => {
  expect(patient(element, given)).toEqual(expected);
});

test('masks what a data type cannot shorten, so that required elements stay valid', () => {
  expect(redacted({ resourceType: 'Patient', birthDate: '1936-12-31' }, '_birthDate')).toEqual(MASKED);
  expect(redacted({ resourceType: 'AuditEvent', recorded: '2024-03-04T10:11:12Z' }, '_recorded')).toEqual(
    MASKED,
  );
  const timing = {
    resourceType: 'Patient',
    extension: [{ url: 'u', valueTiming: { event: ['2024-03-04', '1920-01-01'] } }],
  };
  expect(redacted(timing, 'extension')).toEqual([
    { url: 'u', valueTiming: { event: ['2024', null], _event: [null, MASKED] } },
  ]);
});

test.each([
  ['89 years stay', { value: 89, code: 'a' }, { value: 89, code: 'a' }],
  ['90 years become 90 or more', { value: 90, code: 'a' }, { value: 90, comparator: '>=', code: 'a' }],
  ['so do 97 in words', { value: 97, unit: 'years' }, { value: 90, comparator: '>=', unit: 'years' }],
  ['other units stay', { value: 120, unit: 'mm[Hg]' }, { value: 120, unit: 'mm[Hg]' }],
])('of quantities, %s', (_, valueQuantity, expected) => {
  expect(redacted({ resourceType: 'Observation', valueQuantity }, 'valueQuantity')).toEqual(expected);
});

test('an answer of a word goes, for the question alone says what it is; prose is read', () => {
  const answer = (valueString: string): object => ({
    linkId: '1',
    text: "Mother's name?",
    answer: [{ valueString }],
  });
  const item = [answer('quillfeather'), answer('takes one tablet with every meal')];
  expect(redacted({ resourceType: 'QuestionnaireResponse', item }, 'item')).toEqual([
    answer('[OTHER_ID]'),
    answer('takes one tablet with every meal'),
  ]);
});

test('knows from names in fields what a text without any cue says', () => {
  const { text } = redact(
    JSON.stringify({
      resourceType: 'Patient',
      name: [{ family: 'Qwelt', given: ['Will'] }],
      contact: [{ name: { text: 'Zyx Wvut' } }],
      text: {
        status: 'generated',
        div: '<div xmlns="http://www.w3.org/1999/xhtml">will sleep, says qwelt; Will and ZYX too</div>',
      },
    }),
  );
  expect(text).toContain('>will sleep, says [NAME]; [NAME] and [NAME] too<');
});

test('reads a name that markup parts, and keeps the markup', () => {
  const div =
    '<div xmlns="http://www.w3.org/1999/xhtml" id="x"><p>Dr. <b>Isolde</b> <i>Quill</i>feather &amp; son</p><br/></div>';
  expect(patient('text', { status: 'generated', div })).toEqual({
    status: 'generated',
    div: '<div xmlns="http://www.w3.org/1999/xhtml"><p>[NAME]<b></b><i></i> &amp; son</p><br/></div>',
  });
});

test.each([
  ['is not well formed', '<div xmlns="http://www.w3.org/1999/xhtml"><p>Isolde</div>'],
  [
    'defines entities',
    '<!DOCTYPE d [<!ENTITY a "Isolde">]><div xmlns="http://www.w3.org/1999/xhtml">&a;</div>',
  ],
])('replaces a narrative that %s', (_, div) => {
  expect(patient('text', { status: 'generated', div })).toMatchObject({
    div: '<div xmlns="http://www.w3.org/1999/xhtml">[OTHER_ID]</div>',
  });
});

const entry = (fullUrl: string | undefined, id: string, subject?: string): object => ({
  fullUrl,
  resource: {
    resourceType: subject === undefined ? 'Patient' : 'Encounter',
    id,
    ...(subject && { subject: { reference: subject } }),
  },
});

interface Entries {
  readonly entry: readonly {
    readonly fullUrl: string;
    readonly resource: { readonly id: string; readonly subject: { readonly reference: string } };
  }[];
}

function redactedEntries(...entries: object[]): Entries['entry'] {
  return (JSON.parse(redact(JSON.stringify({ resourceType: 'Bundle', entry: entries })).text) as Entries)
    .entry;
}

test.each([
  ['relative', 'https://a.example/Patient/1', '1', 'Patient/1'],
  ['absolute', 'https://a.example/Patient/1', '1', 'https://a.example/Patient/1'],
  ['to a version', 'https://a.example/Patient/1', '1', 'Patient/1/_history/2'],
  [
    'by URN',
    'urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0',
    '0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0',
    'urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0',
  ],
  [
    'relative to what has a URN',
    'urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0',
    '0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0',
    'Patient/0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0',
  ],
  ['from another base', undefined, '1', 'Patient/1'],
])('a reference that was %s leads to the same resource', (_, fullUrl, id, reference) => {
  const [patient, encounter] = redactedEntries(
    entry(fullUrl, id),
    entry('https://a.example/Encounter/9', '9', reference),
  );
  const newId = patient?.resource.id ?? '';
  expect(newId).toMatch(/^[a-z0-9-]{36}$/);
  expect(encounter?.resource.subject.reference.endsWith(newId)).toBe(true);
  if (fullUrl) expect(patient?.fullUrl.endsWith(newId)).toBe(true);
});

test('patients of two servers with one id stay two patients', () => {
  const [a, b, encounter] = redactedEntries(
    entry('https://a.example/Patient/1', '1'),
    entry('https://b.example/Patient/1', '1'),
    entry('https://b.example/Encounter/1', '1', 'Patient/1'),
  );
  expect(a?.resource.id).not.toBe(b?.resource.id);
  expect(encounter?.resource.subject.reference).toBe(`Patient/${b?.resource.id}`);
});

test('new ids are random: the same document gives others the next time', () => {
  const document = JSON.stringify({ resourceType: 'Patient', id: 'pat-1' });
  expect(redact(document).text).not.toBe(redact(document).text);
});

test('numbers that stay keep every digit', () => {
  const source = '{"resourceType":"Observation","valueQuantity":{"value":1.200000000000000000001E-2}}';
  expect(redact(source).text).toBe(source);
});

test('whole fields go through the replacement given, and dates only where it gives one', () => {
  const shifted = createFhirRedactor({
    redactor,
    replaceField: ({ category }) => (category === 'DATE' ? '1984-11-30' : `<${category}>`),
  });
  const source = {
    resourceType: 'Patient',
    birthDate: '1985-03-04',
    deceasedDateTime: '2024-03-04',
    name: [{ family: 'Q' }],
  };
  expect(JSON.parse(shifted.redact(JSON.stringify(source)).text)).toEqual({
    resourceType: 'Patient',
    birthDate: '1984-11-30',
    deceasedDateTime: '1984-11-30',
    name: [{ family: '<NAME>' }],
  });
});

test('a replacement that looks like a name is not taken for one more name', () => {
  const names: string[] = [];
  const surrogates = createFhirRedactor({
    redactor,
    replaceField: (_, value) => {
      names.push(value);
      return 'Dr. Maria Lopez';
    },
  });
  const source = {
    resourceType: 'Observation',
    performer: [{ reference: 'Practitioner/1', display: 'Isolde Quillfeather' }],
    valueString: 'seen by Isolde Quillfeather on 3/4/2024',
  };
  const { text, counts } = surrogates.redact(JSON.stringify(source));
  expect(JSON.parse(text)).toMatchObject({ valueString: 'seen by Dr. Maria Lopez on [DATE]' });
  expect(counts).toEqual({ OTHER_ID: 1, NAME: 2, DATE: 1 });
  expect(names).toEqual(['Isolde Quillfeather', 'Isolde Quillfeather']);
});

test.each([
  ['no JSON', 'Isolde Quillfeather', 'INVALID_JSON'],
  ['no resource', '{"Isolde":"Quillfeather"}', 'INVALID_FHIR'],
  ['a list in which not all are resources', '[{"resourceType":"Patient"},{"Qwelt":1}]', 'INVALID_FHIR'],
  ['an empty list', '[]', 'INVALID_FHIR'],
  ['a key twice', '{"resourceType":"Patient","Isolde":1,"Isolde":2}', 'INVALID_JSON'],
  ['endless nesting', `{"resourceType":"Patient","a":${'['.repeat(100_000)}`, 'INVALID_JSON'],
])('fails on %s with a code, and says nothing of it', (_, source, code) => {
  const error = structuredErrorOf(() => redact(source));
  expect(error.code).toBe(code);
  expect(error.stack).not.toMatch(/Isolde|Quillfeather/);
});

test('a resource of a later FHIR gives no name away', () => {
  const { text } = redact(
    JSON.stringify({
      resourceType: 'Transport',
      id: 'quillfeather-1',
      name: [{ family: 'Quillfeather' }],
      Quillfeather: 'x',
      __proto__x: 1,
      when: '2024-03-04',
    }),
  );
  expect(text).not.toMatch(/quillfeather|03-04/i);
});

test('takes a byte order mark and lone surrogates', () => {
  expect(redact('\ufeff{"resourceType":"Patient","language":"en"}').text).toBe(
    '{"resourceType":"Patient","language":"en"}',
  );
  expect(JSON.parse(redact('{"resourceType":"Observation","valueString":"a \\ud800 b"}').text)).toMatchObject(
    { valueString: 'a \ud800 b' },
  );
});

test('a Bundle of ten megabytes takes bounded time', () => {
  const entries = Array.from({ length: 2_000 }, (_, at) => ({
    resource: {
      resourceType: 'Media',
      id: `m-${at}`,
      content: { contentType: 'image/png', data: 'SXNv'.repeat(1_250) },
    },
  }));
  const json = JSON.stringify({ resourceType: 'Bundle', entry: entries });
  expect(json.length).toBeGreaterThan(10_000_000);
  const start = process.cpuUsage();
  expect(redact(json).text.length).toBeLessThan(1_000_000);
  expect(process.cpuUsage(start).user).toBeLessThan(20_000_000);
});
