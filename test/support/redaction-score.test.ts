import { identifier, neutral, say, compose } from './clinical-notes/text';
import { precision, score, wrongPerThousandWords, type Score } from './redaction-score';

// units:          0         1         2
//                 0123456789012345678901234567
const note = compose(say`Seen ${identifier('NAME', 'Ana Bo')}, ${neutral('44')}, asthma today.`);
const [name] = note.spans;
const plain = compose(say`Asthma, ${neutral('44')} years.`);

const scored = (...removed: readonly (readonly [number, number])[]): Score =>
  score([{ note, removed: removed.map(([start, end]) => ({ start, end })) }]);

test('the example is as the offsets below count it', () => {
  expect(name).toEqual({ start: 5, end: 11, label: 'NAME' });
  expect(note.ignore).toEqual([{ start: 13, end: 15 }]);
});

// five letters: Ana Bo
test.each([
  ['nothing removed', [], 0, 0],
  ['less than half of the letters', [[5, 7]], 0, 0],
  ['more than half', [[5, 8]], 1, 0],
  ['all but one letter', [[5, 10]], 1, 0],
  ['all, in two pieces with the space left', [[5, 8], [9, 11]], 1, 1], // prettier-ignore
  ['all, by pieces that overlap', [[3, 9], [7, 12]], 1, 1], // prettier-ignore
  ['half, counted twice', [[5, 7], [5, 7]], 0, 0], // prettier-ignore
  ['everything', [[0, 30]], 1, 1],
] as const)('%s', (_, removed, hit, full) => {
  expect(scored(...removed).overall).toEqual({ identifiers: 1, hit, full });
});

test('exactly half of the letters and digits is a hit', () => {
  const even = compose(say`${identifier('MRN', '12-34')}`);
  const { overall } = score([{ note: even, removed: [{ start: 0, end: 2 }] }]);
  expect(overall).toEqual({ identifiers: 1, hit: 1, full: 0 });
});

test('a letter outside the basic plane counts once, accents of another sign do not', () => {
  const wide = compose(say`${identifier('NAME', '𝐀𝐧a')}`);
  expect(score([{ note: wide, removed: [{ start: 0, end: 2 }] }]).overall.hit).toBe(0);
  expect(score([{ note: wide, removed: [{ start: 0, end: 4 }] }]).overall).toMatchObject({ hit: 1, full: 0 });
});

test('an identifier counts under its own category only', () => {
  const two = compose(say`${identifier('NAME', 'Ana')} ${identifier('SSN', '900-00-0000')}`);
  const { byCategory } = score([{ note: two, removed: [{ start: 0, end: 3 }] }]);
  expect(byCategory.get('NAME')).toEqual({ identifiers: 1, hit: 1, full: 1 });
  expect(byCategory.get('SSN')).toEqual({ identifiers: 1, hit: 0, full: 0 });
  expect(byCategory.has('DATE')).toBe(false);
});

test('a removal is right on an identifier, neutral on what may go, wrong elsewhere', () => {
  const result = scored([5, 11], [13, 15], [17, 23]);
  expect(result).toMatchObject({ right: 1, wrong: 1 });
  expect(precision(result)).toBe(0.5);
  expect(wrongPerThousandWords(result)).toBeCloseTo(1000 / 6);
  expect(precision(scored())).toBeNaN();
});

test.each([
  ['nothing removed', [], 0],
  ['only what is neutral', [{ start: 8, end: 10 }], 0],
  ['a word', [{ start: 0, end: 6 }], 1],
] as const)('a document without identifiers is altered by %s: counted so', (_, removed, altered) => {
  expect(score([{ note: plain, removed }])).toMatchObject({ plainDocuments: 1, plainAltered: altered });
});

test('a document with identifiers is never among those without', () => {
  expect(scored([17, 23])).toMatchObject({ documents: 1, plainDocuments: 0, plainAltered: 0 });
});
