import { documentTypeOf, mediaTypeOf } from '../../../lambda/redaction/document-type';

test.each([
  ['a.txt', undefined, 'text'],
  ['a.md', undefined, 'text'],
  ['a.tsv', undefined, 'tsv'],
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
