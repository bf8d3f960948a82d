import { documentTypeOf, mediaTypeOf } from '../../../lambda/redaction/document-type';
import { createRedactorFor } from '../../../lambda/redaction/redactor-for';
import { createRedactor } from '../../../lambda/redaction/redactor';

test.each([
  ['a.txt', undefined, 'text'],
  ['a.md', undefined, 'text'],
  ['a.CSV', 'application/pdf', 'csv'],
  ['a.fhir.json', undefined, 'json'],
  ['a.ndjson', undefined, 'json'],
  ['a.xml', undefined, 'xml'],
  ['a.hl7', undefined, 'hl7v2'],
  ['a', 'text/plain; charset=utf-8', 'text'],
  ['a', 'Application/FHIR+JSON', 'json'],
  ['a', undefined, undefined],
  ['a', 'application/octet-stream', undefined],
  ['a.pdf', 'text/plain', undefined],
  ['a.constructor', undefined, undefined],
])('%s of media type %s is %s', (key, contentType, expected) => {
  expect(documentTypeOf(key, contentType)).toBe(expected);
});

test('a media type loses its parameters, which may name a file', () => {
  expect(mediaTypeOf('text/csv; name="Quillfeather.csv"')).toBe('text/csv');
  expect(mediaTypeOf('toString')).toBeUndefined();
});

describe('the redactor of a document', () => {
  const redactorFor = createRedactorFor(createRedactor());

  test.each([
    ['json', '{"note": Quillfeather}'],
    ['json', '{"note":1}\n{"note": Quillfeather}'],
    ['xml', '<note>&#81;uillfeather</note>'],
    ['xml', '<note>O&apos;Brannagh</note>'],
    ['xml', '<note>Quill<![CDATA[feather]]></note>'],
    ['xml', '<!DOCTYPE note [<!ENTITY q "Quillfeather">]><note>&q;</note>'],
    ['hl7v2', String.raw`NTE|1||\X51\uillfeather`],
  ] as const)('is refused where %s hides letters: %s', (type, document) => {
    expect(() => redactorFor(type).redact(document)).toThrow(/^CONTENT_REFUSED: (?!.*uill)/u);
  });

  test.each([
    [
      String.raw`{"note":"Seen by Dr.\nRivera\tat \"noon\"","mrn":55128841,"age":93,"fine":[1,true,null,"BP 120/80"]}`,
      String.raw`{"note":"Seen by Dr.\n[NAME]\tat \"noon\"","mrn":"[MRN]","age":"[AGE_OVER_89]","fine":[1,true,null,"BP 120/80"]}`,
    ],
    [String.raw`{"patient":"\u0051uillfeather, Marlowe"}`, '{"patient":"[NAME], [NAME]"}'],
    ['{"note":"{\\"ssn\\":\\"512-45-7788\\"}"}', '{"note":"{\\"ssn\\":\\"[SSN]\\"}"}'],
    ['{"512-45-7788":"yes"}', '{"redacted 1":"yes"}'],
    [
      '{"a":"Patient: Marlowe Quillfeather"}\n\n{"b":"SSN 512-45-7788"}\n',
      '{"a":"Patient: [NAME]"}\n\n{"b":"SSN [SSN]"}\n',
    ],
    ['"SSN 512-45-7788"', '"SSN [SSN]"'],
  ])('reads JSON by its values: %s', (document, expected) => {
    expect(redactorFor('json').redact(document).text).toBe(expected);
  });

  test('finds in one value of JSON what another gives away', () => {
    const { text } = redactorFor('json').redact(
      '{"note":"Patient: Marlowe Quillfeather","more":"Marlowe was well"}',
    );
    expect(text).not.toMatch(/Marlowe|Quillfeather/u);
  });

  test('keeps what it says', () => {
    expect(redactorFor('text').redact('BP 120/80').text).toBe('BP 120/80');
  });
});
