import { documentTypeOf, mediaTypeOf } from '../../../lambda/object-redaction/document-type';
import { readingAsText } from '../../../lambda/object-redaction/redactor-for';
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

describe('a document read as text', () => {
  const redactorFor = readingAsText(createRedactor());

  test.each([
    ['json', String.raw`{"note":"\u0051uillfeather"}`],
    ['xml', '<note>&#81;uillfeather</note>'],
    ['xml', '<note>O&apos;Brannagh</note>'],
    ['xml', '<note>Quill<![CDATA[feather]]></note>'],
    ['xml', '<!DOCTYPE note [<!ENTITY q "Quillfeather">]><note>&q;</note>'],
    ['hl7v2', String.raw`NTE|1||\X51\uillfeather`],
  ] as const)('is refused where %s hides letters: %s', (type, document) => {
    expect(() => redactorFor(type).redact(document)).toThrow(
      expect.objectContaining({
        code: 'CONTENT_REFUSED',
        message: expect.not.stringContaining('uill') as unknown,
      }),
    );
  });

  test('has its line ends in JSON read as such', () => {
    const { text, counts } = redactorFor('json').redact(
      String.raw`{"note":"Seen by Dr.\nRivera\tat \"noon\" \\night"}`,
    );
    expect(text).toBe(String.raw`{"note":"Seen by Dr.\n[NAME]\tat \"noon\" \\night"}`);
    expect(counts).toEqual({ NAME: 1 });
  });

  test('keeps what it says', () => {
    expect(redactorFor('text').redact('BP 120/80').text).toBe('BP 120/80');
  });
});
