import * as fc from 'fast-check';
import { removedPlaces } from '../../../bench/redaction/alignment';

const PLACEHOLDER = /\[[A-Z]+\]/gu;
/** The words that are gone: which spaces between them went with them is open. */
const gone = (original: string, redacted: string): string[] | undefined =>
  removedPlaces(original, redacted, PLACEHOLDER)?.flatMap(({ start, end }) =>
    original.slice(start, end).trim().split(' '),
  );

test.each([
  ['nothing', 'Seen today.', 'Seen today.', []],
  ['a word', 'Seen Ana today.', 'Seen [NAME] today.', ['Ana']],
  ['the first and the last word', 'Ana saw Bo', '[NAME] saw [NAME]', ['Ana', 'Bo']],
  ['two words that one placeholder replaces', 'Seen Ana Bo today.', 'Seen [NAME] today.', ['Ana', 'Bo']],
  ['part of a word', 'id AB1234 on file', 'id AB[NUMBER] on file', ['1234']],
  ['the middle of a word', 'id AB1234CD on file', 'id AB[NUMBER]CD on file', ['1234']],
  ['a word that was cut out without a placeholder', 'Seen Ana today.', 'Seen  today.', ['Ana']],
  ['one of two equal words', 'Ana, not Ana', 'Ana, not [NAME]', ['Ana']],
])('%s is found to be removed', (_, original, redacted, expected) => {
  expect(gone(original, redacted)).toEqual(expected);
});

test('texts with nothing in common are given up, not guessed at', () => {
  const [original, other] = ['a-', 'b_'].map((unit) => unit.repeat(3000)) as [string, string];
  expect(removedPlaces(original, other, PLACEHOLDER)).toBeUndefined();
});

test('whatever words are replaced, those and no others are found', () => {
  const word = fc.record({ word: fc.stringMatching(/^[a-z]{2,6}$/u), removed: fc.boolean() });
  fc.assert(
    fc.property(fc.uniqueArray(word, { selector: (each) => each.word, minLength: 1 }), (list) => {
      // a full stop between any two, so that no placeholder can stand for two words
      const original = list.map((each) => each.word).join('. ');
      const redacted = list.map((each) => (each.removed ? '[NAME]' : each.word)).join('. ');
      const expected = list.filter(({ removed }) => removed).map((each) => each.word);
      expect(gone(original, redacted)?.join(' ')).toBe(expected.join(' '));
    }),
  );
});
