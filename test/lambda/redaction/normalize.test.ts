import * as fc from 'fast-check';
import { normalize } from '../../../lambda/redaction/normalize';

test.each([
  ['plain text\n\tas it is', 'plain text\n\tas it is'],
  ['512\u200b-45\u2060-7788', '512-45-7788'],
  ['Ri\u00advera', 'Rivera'],
  ['５１２－４５－７７８８', '512-45-7788'],
  ['٥١٢-٤٥-٧٧٨٨', '512-45-7788'],
  ['𝟓𝟏𝟐', '512'],
  ['𝐑𝐢𝐯𝐞𝐫𝐚', 'Rivera'],
  ['Ｒｉｖｅｒａ', 'Rivera'],
  ['Rіvеrа', 'Rivera'],
  ['312\u2011555\u20130187', '312-555-0187'],
  ['Dr.\u00a0Rivera', 'Dr. Rivera'],
  ['Michael\u2019s', "Michael's"],
  ['a\u0000b', 'ab'],
  ['ﬁle', 'file'],
  ['José', 'José'],
  ['Иванов', 'Иванов'],
  ['😀 ok', '😀 ok'],
])('reads %j as %j', (given, read) => {
  expect(normalize(given).text).toBe(read);
});

test('maps a span in the clean text back to all the original it stands for', () => {
  const original = 'SSN 5\u200b12-４５-7788 ﬁle';
  const clean = normalize(original);
  const start = clean.text.indexOf('512');
  const end = clean.text.indexOf('7788') + 4;
  expect(original.slice(clean.originalStart(start), clean.originalEnd(end))).toBe('5\u200b12-４５-7788');
  const file = clean.text.indexOf('file');
  expect(original.slice(clean.originalStart(file), clean.originalEnd(file + 4))).toBe('ﬁle');
});

test('every clean unit maps into the original, and never backwards', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (original) => {
      const { text, originalStart, originalEnd } = normalize(original);
      let last = 0;
      for (let index = 0; index < text.length; index++) {
        const start = originalStart(index);
        const end = originalEnd(index + 1);
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(original.length);
        last = start;
      }
    }),
  );
});
