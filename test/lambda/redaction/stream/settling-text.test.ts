import * as fc from 'fast-check';
import { replaceSpans, type Detector } from '../../../../lambda/redaction/detector';
import { label } from '../../../../lambda/redaction/operators/label';
import type { Span } from '../../../../lambda/redaction/span';
import { SeenNames } from '../../../../lambda/redaction/stream/seen-names';
import { SettlingText, type SettledText } from '../../../../lambda/redaction/stream/settling-text';

/** Finds runs of X, which may hold white space. */
const detector: Detector = {
  detect: (text) =>
    Array.from(text.matchAll(/X(?:[ X]*X)?/g), ({ index, 0: { length } }) => ({
      start: index,
      end: index + length,
      category: 'OTHER_ID',
      detector: 'test',
      score: 0.9,
    })),
};

const text = fc.string({ unit: fc.constantFrom('X', 'X X', 'a', ' ', '\n', '😀', 'b c'), maxLength: 120 });
const lengths = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 30 });

function settled(whole: string, steps: readonly number[]): { text: string; spans: Span[] } {
  const settling = new SettlingText({
    detector,
    replacement: label,
    names: new SeenNames(),
    context: 8,
    longestSpan: 12,
  });
  const pieces: SettledText[] = [];
  let sent = 0;
  for (const [at, length] of steps.entries()) {
    settling.append(whole.slice(sent, sent + length));
    sent += length;
    pieces.push(settling.settle(Math.min(settling.pendingLength, steps[at + 1] ?? 5)));
  }
  settling.append(whole.slice(sent));
  pieces.push(settling.settle(settling.pendingLength));
  return {
    text: pieces.map((piece) => piece.text).join(''),
    spans: pieces.flatMap(({ spans }) => spans),
  };
}

test('however it is split and given out, what is found is covered and all else is as it was', () => {
  fc.assert(
    fc.property(text, lengths, (whole, steps) => {
      const result = settled(whole, steps);
      expect(replaceSpans(whole, result.spans, label)).toBe(result.text);
      expect(result.text.replaceAll('[OTHER_ID]', '')).not.toContain('X');
    }),
    { numRuns: 500 },
  );
});

test('a character is never parted', () => {
  expect(settled('😀😀😀', [3, 1, 1, 1, 0]).text).toBe('😀😀😀');
});

test('an identifier that ends within its limit is one label', () => {
  expect(settled('a X X X b', [4, 1, 1, 1]).text).toBe('a [OTHER_ID] b');
});
