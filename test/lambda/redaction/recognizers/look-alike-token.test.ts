import * as fc from 'fast-check';
import { CATEGORIES } from '../../../../lambda/redaction/category';
import { isLabel } from '../../../../lambda/redaction/label-walls';
import { TokenMap } from '../../../../lambda/redaction/operators/token-map';
import { createRedactor } from '../../../../lambda/redaction/redactor';
import { newTokenId } from '../../../../lambda/redaction/token-id';

const { redact } = createRedactor();
const SIGNS = Array.from('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-');
const own = /^(?:[A-Za-z]\d){8}$/u;

test.each([
  ['a number', 'told [SSN:512-45-7788] twice', 'told [SSN:[SSN]] twice'],
  ['a name without a cue', 'told [NAME:Quillfeather] twice', 'told [NAME:[NAME]] twice'],
  ['a value that nothing gives away', 'told [OTHER_ID:blue-door] twice', 'told [OTHER_ID:[OTHER_ID]] twice'],
  ['an identifier of another kind', '[NAME:512-45-7788]', '[NAME:[SSN]]'],
  ['sixteen signs that are no id', '[NAME:Marlowe-Quillfea]', '[NAME:[NAME]]'],
  ['two after each other', '[MRN:5512-8841][MRN:5512-8842]', '[MRN:[MRN]][MRN:[MRN]]'],
  ['a pair too few', '[NAME:a1B2c3D4e5F6g7]', '[NAME:[NAME]]'],
  ['a pair too many', '[NAME:a1B2c3D4e5F6g7H8i9]', '[NAME:[NAME]]'],
])('%s in the form of a token is redacted', (_, text, redacted) => {
  expect(redact(text).text).toBe(redacted);
});

test.each([
  ['a label', '[NAME] slept'],
  ['a token', '[NAME:a1B2c3D4e5F6g7H8] slept'],
  ['the name of no category', '[PAIN:mild] slept'],
])('%s stays', (_, text) => {
  expect(redact(text).text).toBe(text);
});

test('a limited data set keeps what calls itself a date, unless a surer reading says otherwise', () => {
  const limited = createRedactor({ profile: { name: 'limited-data-set', dataUseAgreement: 'DUA-1' } });
  expect(limited.redact('[DATE:2024-03-11]').text).toBe('[DATE:2024-03-11]');
  expect(limited.redact('[DATE:512-45-7788]').text).toBe('[DATE:[SSN]]');
});

test('whatever stands in the form of a token is redacted, and once is enough', () => {
  const inside = fc
    .array(fc.constantFrom(...SIGNS), { minLength: 1, maxLength: 64 })
    .map((signs) => signs.join(''))
    .filter((text) => !own.test(text));
  fc.assert(
    fc.property(fc.constantFrom(...CATEGORIES), inside, (category, given) => {
      const once = redact(`told [${category}:${given}] twice`).text;
      expect(once).toMatch(new RegExp(`^told \\[${category}:(?:\\[[A-Z_0-9]+\\])+\\] twice$`, 'u'));
      expect(redact(once).text).toBe(once);
    }),
    { numRuns: 500 },
  );
});

test('every token that is given out is a wall', () => {
  const ids = Array.from({ length: 20_000 }, newTokenId);
  expect(ids.filter((id) => !own.test(id))).toEqual([]);
  const tokens = new TokenMap();
  const token = tokens.tokenFor('NAME', 'Marlowe Quillfeather');
  expect(isLabel(token)).toBe(true);
  expect(redact(`Name: ${token}`).text).toBe(`Name: ${token}`);
});

test('ids do not repeat', () => {
  expect(new Set(Array.from({ length: 20_000 }, newTokenId)).size).toBe(20_000);
});
