import * as fc from 'fast-check';
import { piecesOf, wellFormed } from '../../../../lambda/redaction/detectors/pieces';

const LIMITS = { mostBytes: 240, overlap: 20 };
const text = fc.string({
  unit: fc.constantFrom('a', 'word', ' ', '\n', '. ', 'é', '漢', '😀', '    ', 'X'),
  minLength: 1,
  maxLength: 600,
});

test('every piece fits, counted in bytes of UTF-8, and parts no character', () => {
  fc.assert(
    fc.property(text, (given) => {
      for (const piece of piecesOf(given, LIMITS)) {
        expect(Buffer.byteLength(piece.text)).toBeLessThanOrEqual(LIMITS.mostBytes);
        expect(piece.text).toBe(given.slice(piece.start, piece.start + piece.text.length));
        expect(piece.text).not.toMatch(/\p{Surrogate}/u);
      }
    }),
  );
});

test('a value no longer than the overlap is whole in one of the pieces, wherever it stands', () => {
  fc.assert(
    fc.property(text, (given) => {
      const pieces = piecesOf(given, LIMITS);
      for (let start = 0; start + LIMITS.overlap <= given.length; start++) {
        if (given.slice(start, start + LIMITS.overlap).trim() === '') continue;
        const end = start + LIMITS.overlap;
        expect(pieces.some((piece) => piece.start <= start && end <= piece.start + piece.text.length)).toBe(
          true,
        );
      }
    }),
  );
});

test('a text of just the bytes allowed is one piece, one byte more makes two', () => {
  expect(piecesOf('a'.repeat(240), LIMITS)).toHaveLength(1);
  expect(piecesOf('a'.repeat(241), LIMITS)).toHaveLength(2);
});

test.each([
  ['behind a line', `${'word '.repeat(30)}end\nNext. `, /\n$/],
  ['behind a sentence where there is no line', `${'word '.repeat(30)}end. Next `, /\. $/],
  ['behind a word where there is no sentence', 'word '.repeat(40), / $/],
])('a piece ends %s', (_, opening, end) => {
  const [first, second] = piecesOf(`${opening}${'word '.repeat(40)}`, LIMITS);
  expect(first?.text).toMatch(end);
  expect(second?.text).toMatch(/^word|^end|^Next/);
});

test('nothing is asked about a text without anything in it', () => {
  expect(piecesOf('', LIMITS)).toEqual([]);
  expect(piecesOf(' \n\t ', LIMITS)).toEqual([]);
});

test('an overlap that would not let pieces move on is refused', () => {
  expect(() => piecesOf('a', { mostBytes: 240, overlap: 21 })).toThrow(
    /^overlap is 21; give at most a twelfth/,
  );
});

test('half characters are replaced, and every other unit keeps its place', () => {
  expect(wellFormed('a\ud83db😀c\ude00')).toBe('a\ufffdb😀c\ufffd');
});
