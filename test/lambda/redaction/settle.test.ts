import { settle } from '../../../lambda/redaction/settle';
import type { Span } from '../../../lambda/redaction/span';

const span = (start: number, end: number): Span => ({
  start,
  end,
  category: 'SSN',
  detector: 'x',
  score: 1,
});

/** Finds the first "ab". */
const firstAb = (text: string): readonly Span[] => {
  const start = text.indexOf('ab');
  return start < 0 ? [] : [span(start, start + 2)];
};

test('a text in which nothing is cut is read once', () => {
  let readings = 0;
  const detect = (text: string): readonly Span[] => {
    readings++;
    return firstAb(text);
  };
  expect(settle('-ab-', detect, () => false).spans).toEqual([span(1, 3)]);
  expect(readings).toBe(1);
});

test('what a cut lays open is found, in units of the original', () => {
  expect(settle('-aabb-', firstAb, () => true)).toEqual({ spans: [span(1, 5)], walled: new Set() });
});

test('what stands after a cut is found where it was', () => {
  expect(settle('ab-ab', firstAb, () => true).spans).toEqual([span(0, 2), span(3, 5)]);
});

test.each([
  ['eight times are cut', 8, 0],
  ['nine times leave a wall', 9, 1],
])('identifiers nested %s', (_, depth, walls) => {
  const { spans, walled } = settle('a'.repeat(depth) + 'b'.repeat(depth), firstAb, () => true);
  expect(spans).toEqual([span(0, 2 * depth)]);
  expect(walled.size).toBe(walls);
});

test('a detector that leaves something is asked again though nothing is cut', () => {
  const detect = (text: string): readonly Span[] => {
    const start = text.indexOf(text.includes('[SSN]') ? 'cd' : 'ab');
    return start < 0 ? [] : [span(start, start + 2)];
  };
  expect(settle('ab-cd', detect, () => false, true).spans).toEqual([span(0, 2), span(3, 5)]);
});
