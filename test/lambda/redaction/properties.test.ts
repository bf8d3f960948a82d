import * as fc from 'fast-check';
import { normalize } from '../../../lambda/redaction/normalize';
import { createRedactor } from '../../../lambda/redaction/redactor';
import { filler, PLANTED } from '../../support/planted';

const { redact, detect } = createRedactor();
const runs = process.env['SLOW'] === undefined ? 150 : 5_000;

const anyPlanted = fc.oneof(...PLANTED);
const note = fc
  .array(fc.tuple(filler, anyPlanted, filler), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.map(([before, { phrase }, after]) => `${before}${phrase}. ${after}`).join(''));
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  // lone surrogates
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 80 })
    .map((units) => String.fromCharCode(...units)),
  fc.string({
    unit: fc.constantFrom(...'MRN: 0123-/.@[]()NAMEDr \n\u200b'.split(''), 'Dr. ', 'MRN ', '[NAME]', 'Ana'),
    maxLength: 120,
  }),
  note,
);

test.each(PLANTED.map((planted, index) => [fc.sample(planted, 1)[0]?.category ?? index, planted] as const))(
  'a planted %s never survives, whatever stands around it',
  (category, planted) => {
    fc.assert(
      fc.property(filler, planted, filler, (before, { phrase, value }, after) => {
        const { text, counts } = redact(`${before}${phrase}. ${after}`);
        const there = text.slice(before.length, text.length - after.length);
        for (const word of category === 'NAME' ? value.split(' ') : [value])
          expect(there).not.toContain(word);
        expect(Object.keys(counts)).not.toEqual([]);
      }),
      { numRuns: runs },
    );
  },
);

test('a planted identifier cut by zero-width signs never survives', () => {
  const cut = (text: string): string => Array.from(text).join('\u200b');
  fc.assert(
    fc.property(anyPlanted, ({ phrase, value }) => {
      const { text } = redact(phrase.replace(value, cut(value)));
      expect(normalize(text).text).not.toContain(value);
    }),
    { numRuns: runs * 4 },
  );
});

test('redaction of a redacted text changes nothing', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const once = redact(text).text;
      expect(redact(once).text).toBe(once);
    }),
    { numRuns: runs * 4 },
  );
});

test('spans lie in the text, in order, apart, and make the output', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { text: redacted, spans } = redact(text);
      let rebuilt = '';
      let from = 0;
      for (const { start, end, category } of spans) {
        expect(start).toBeGreaterThanOrEqual(from);
        expect(end).toBeGreaterThan(start);
        rebuilt += `${text.slice(from, start)}[${category}]`;
        from = end;
      }
      expect(from).toBeLessThanOrEqual(text.length);
      expect(redacted).toBe(rebuilt + text.slice(from));
      expect(detect(text)).toEqual(spans);
    }),
    { numRuns: runs * 4 },
  );
});

test('no span parts a surrogate pair', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('😀', '𝟓', '1', '-', '@', '.', 'a', 'MRN ', '://'), maxLength: 60 }),
      (text) => {
        for (const { start, end } of detect(text)) {
          for (const edge of [start, end])
            expect(text.codePointAt(edge - 1) ?? 0).toBeLessThanOrEqual(0xffff);
        }
      },
    ),
    { numRuns: runs },
  );
});
