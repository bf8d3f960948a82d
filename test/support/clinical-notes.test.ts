import * as fc from 'fast-check';
import { CATEGORIES } from '../../lambda/redaction/category';
import { IDENTIFYING_FRAMES, PLAIN_FRAMES } from './clinical-notes/frames';
import { generateNotes } from './clinical-notes/generate';
import { NOTE_KINDS } from './clinical-notes/note-kinds';
import { Random } from './clinical-notes/random';
import { someScene } from './clinical-notes/scene';
import { compose, identifier, neutral, say, type LabelledText } from './clinical-notes/text';

const notes = generateNotes({ count: 900, seed: 1 });

test('the same seed gives the same notes, another seed gives others', () => {
  expect(generateNotes({ count: 20, seed: 1 })).toEqual(notes.slice(0, 20));
  expect(generateNotes({ count: 20, seed: 2 })).not.toEqual(notes.slice(0, 20));
});

test('pieces are placed as they are written', () => {
  const text = say`Seen ${identifier('NAME', 'Ana')} (${neutral('44')}), ${2} times.`;
  expect(compose(text)).toEqual({
    text: 'Seen Ana (44), 2 times.',
    spans: [{ start: 5, end: 8, label: 'NAME' }],
    ignore: [{ start: 10, end: 12 }],
  });
});

test('whatever the seed, identifiers stand in order, apart, and without white space around them', () => {
  const isMisplaced = ({ text, spans }: LabelledText): boolean =>
    spans.some(({ start, end }, index) => {
      const value = text.slice(start, end);
      return start < (spans[index - 1]?.end ?? 0) || value === '' || value !== value.trim();
    });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffffff }), (seed) => {
      expect(generateNotes({ count: 10, seed }).filter(isMisplaced)).toEqual([]);
    }),
  );
});

test.each(CATEGORIES)('%s is planted often enough to measure', (category) => {
  const planted = notes.flatMap(({ spans }) => spans).filter(({ label }) => label === category);
  expect(planted.length).toBeGreaterThan(30);
});

test('every third document of each kind holds no identifier', () => {
  const plain = notes.filter(({ spans }) => spans.length === 0);
  expect(plain).toHaveLength(notes.length / 3);
  for (const { name } of NOTE_KINDS) expect(plain.filter(({ id }) => id.startsWith(name))).toHaveLength(30);
});

test('an identifying frame always plants, a plain one never', () => {
  const random = new Random(3);
  const identifying = new Set(IDENTIFYING_FRAMES.flat());
  expect(identifying.size).toBeGreaterThanOrEqual(100);
  expect(PLAIN_FRAMES.length).toBeGreaterThanOrEqual(40);
  const planted = [...identifying].map((frame) => compose(frame(someScene(random))).spans.length);
  expect(Math.min(...planted)).toBeGreaterThan(0);
  for (const frame of PLAIN_FRAMES) expect(compose(frame(someScene(random))).spans).toEqual([]);
});
