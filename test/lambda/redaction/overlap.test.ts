import { resolveOverlaps } from '../../../lambda/redaction/overlap';
import type { Span } from '../../../lambda/redaction/span';

function span(start: number, end: number, category: Span['category'], score: number): Span {
  return { start, end, category, detector: 'test', score };
}

test('keeps spans that do not touch, in the order of the text', () => {
  const [late, early] = [span(10, 12, 'DATE', 0.5), span(0, 4, 'NAME', 0.9)];
  expect(resolveOverlaps([late, early])).toEqual([early, late]);
});

test('keeps spans side by side apart', () => {
  expect(resolveOverlaps([span(0, 4, 'NAME', 0.9), span(4, 8, 'DATE', 0.9)])).toHaveLength(2);
});

test('joins spans that overlap and lets the surest name them', () => {
  expect(resolveOverlaps([span(0, 6, 'OTHER_ID', 0.4), span(4, 9, 'MRN', 0.9)])).toEqual([
    span(0, 9, 'MRN', 0.9),
  ]);
});

test('of two equally sure the longer names the whole', () => {
  expect(resolveOverlaps([span(0, 3, 'DATE', 0.9), span(2, 9, 'PHONE', 0.9)])).toEqual([
    span(0, 9, 'PHONE', 0.9),
  ]);
});

test('joins a chain of overlaps into one', () => {
  const chain = [span(0, 4, 'NAME', 0.7), span(3, 8, 'GEO', 0.6), span(7, 12, 'DATE', 0.8)];
  expect(resolveOverlaps(chain)).toEqual([span(0, 12, 'DATE', 0.8)]);
});

test('drops an empty span', () => {
  expect(resolveOverlaps([span(3, 3, 'NAME', 1)])).toEqual([]);
});
