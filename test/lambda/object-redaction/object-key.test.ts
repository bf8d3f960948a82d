import * as fc from 'fast-check';
import { redactedKey } from '../../../lambda/object-redaction/object-key';
import { createRedactor } from '../../../lambda/redaction/redactor';
import { PLANTED } from '../../support/planted';

const redactor = createRedactor();
const versionId = '3sL4kqtJlcpXroDTDmJ';
const keyOf = (key: string, prefix = '') => redactedKey({ key, versionId, prefix }, redactor);

test.each([
  ['notes/2024/discharge-summary.txt', `notes/2024/discharge-summary.${versionId}.txt`],
  ['Quillfeather_Marlowe.txt', `redacted.${versionId}.txt`],
  ['patients/zelenko-w/note.TXT', `patients/redacted/note.${versionId}.txt`],
  ['patients/OkonkwoPriya/notes.md', `patients/redacted/notes.${versionId}.md`],
  ['notes/Quill%66eather%2C+Marlowe.csv', `notes/redacted.${versionId}.csv`],
  ['notes/512-45-7788', `notes/redacted.${versionId}`],
  ['notes/2024-03-14.json', `notes/redacted.${versionId}.json`],
  ['notes/Quill%66eather%2.txt', `notes/redacted.${versionId}.txt`],
  ['notes/1931-03-14_visit.txt', `notes/redacted.${versionId}.txt`],
  ['notes/', `notes/.${versionId}`],
  ['notes//visit.txt', `notes//visit.${versionId}.txt`],
  ['notes/../visit.txt', `notes/redacted/visit.${versionId}.txt`],
  ['notes/a\u0001\u200b/visit.txt', `notes/redacted/visit.${versionId}.txt`],
  ['.txt', `.${versionId}.txt`],
  ['notes/quillfeather.pdf', `notes/redacted.${versionId}`],
])('%s becomes %s', (key, expected) => {
  expect(keyOf(key)).toBe(expected);
});

test('a prefix of the deployment stays as it is, and only at the start', () => {
  expect(keyOf('Exports/Exports/notes.txt', 'Exports/')).toBe(`Exports/redacted/notes.${versionId}.txt`);
});

test('a key that would be too long for S3 keeps its prefix and its version', () => {
  const longest = `${'notes/'.repeat(150)}visit.txt`;
  expect(keyOf(longest, 'notes/')).toBe(`${longest.slice(0, -4)}.${versionId}.txt`);
  expect(keyOf(`${'notes/'.repeat(170)}visit.txt`, 'notes/')).toBe(`notes/redacted.${versionId}.txt`);
});

test('no identifier survives in a folder or a name, however it is separated', () => {
  fc.assert(
    fc.property(
      fc.oneof(...PLANTED),
      fc.constantFrom('_', '-', ' ', '+', '.', ', '),
      fc.boolean(),
      ({ phrase, value }, separator, isFolder) => {
        const segment = phrase.replaceAll('/', '-').split(' ').join(separator);
        const key = keyOf(isFolder ? `notes/${segment}/visit.txt` : `notes/${segment}.txt`);
        const written = value.replaceAll('/', '-').split(' ').join(separator);
        // two figures alone are an age only beside a word that a name of a file need not have
        return /^\d{2,3}$/u.test(value) || !key.replace(versionId, '').includes(written);
      },
    ),
    { numRuns: 500, seed: 4 },
  );
});

test('the same version always gets the same key, and another version another', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (key) => {
      const other = redactedKey({ key, versionId: 'another', prefix: '' }, redactor);
      return keyOf(key) === keyOf(key) && keyOf(key) !== other;
    }),
  );
});
