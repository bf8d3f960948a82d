import * as fc from 'fast-check';
import { OPERATOR_NAMES } from '../../../../lambda/redaction/operators/operator-set';
import { TokenMap } from '../../../../lambda/redaction/operators/token-map';
import { createRedactor, type Redactor } from '../../../../lambda/redaction/redactor';
import { filler, PLANTED } from '../../../support/planted';
import { cpuMs } from '../../../support/cpu-time';

const surrogateSecret = new Uint8Array(32).fill(9);
const runs = process.env['SLOW'] === undefined ? 75 : 5_000;
const redactors = OPERATOR_NAMES.map((name): [string, Redactor] => [
  name,
  createRedactor({ operators: { default: name }, surrogateSecret }),
]);
const mixed = createRedactor({
  operators: { default: 'surrogate', DATE: 'remove', MRN: 'token', GEO: 'label' },
  surrogateSecret,
});
const ALL: readonly [string, Redactor][] = [...redactors, ['a mixture', mixed]];
const context = (reference = 'p') => ({ subject: { reference }, tokens: new TokenMap() });

const anyPlanted = fc.oneof(...PLANTED);
const note = fc
  .array(fc.tuple(filler, anyPlanted, filler), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.map(([before, { phrase }, after]) => `${before}${phrase}. ${after}`).join(''));
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 80 })
    .map((units) => String.fromCharCode(...units)),
  fc.string({
    unit: fc.constantFrom(
      ...'MRN: 0123-/.@[]()NAMEDr \n\u200b'.split(''),
      'Dr. ',
      'MRN ',
      '[NAME]',
      'Ana',
      '3/4/2024',
    ),
    maxLength: 120,
  }),
  note,
);

describe.each(ALL)('with %s', (name, { redact }) => {
  test('no planted identifier survives where it stood', () => {
    fc.assert(
      fc.property(filler, anyPlanted, filler, (before, { category, phrase, value }, after) => {
        // what stands for an age over 89 is one
        fc.pre(category !== 'AGE_OVER_89' || value !== '90');
        const { text } = redact(`${before}${phrase}. ${after}`, context());
        const there = text.slice(before.length, text.length - after.length);
        const words = category === 'NAME' ? value.split(' ') : [value];
        // a fake 203.0.113.77 is not the value 203.0.113.7
        const pieces = there.split(/[^\p{L}\p{M}\p{N}]+/u).join(' ');
        for (const word of words) {
          const piece = word.split(/[^\p{L}\p{M}\p{N}]+/u).join(' ');
          expect(` ${pieces} `).not.toContain(` ${piece} `);
        }
      }),
      { numRuns: runs * 4 },
    );
  });

  test('any text is redacted, and its output again changes nothing', () => {
    fc.assert(
      fc.property(anyText, fc.string(), (text, reference) => {
        const given = context(`p${reference}`);
        const once = redact(text, given).text;
        expect(redact(once, given)).toEqual({ text: once, spans: [], counts: {} });
      }),
      { numRuns: runs * 2 },
    );
  });

  test('spans lie in the text, in order and apart, and all between them stays', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: redacted, spans } = redact(text, context());
        let [from, at] = [0, 0];
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeGreaterThan(start);
          const kept = text.slice(from, start);
          const found = redacted.indexOf(kept, at);
          expect(found).toBeGreaterThanOrEqual(at);
          [from, at] = [end, found + kept.length];
        }
        expect(redacted.endsWith(text.slice(from))).toBe(true);
      }),
      { numRuns: runs },
    );
  });

  test('thousands of identifiers, no two alike, take bounded time', () => {
    const letters = (number: number): string =>
      number.toString(26).replaceAll(/\d/g, (digit) => 'qrstuvwxyz'.charAt(Number(digit)));
    const text = Array.from(
      { length: 2_000 },
      (_, at) => `Dr. Q${letters(at)}elt, MRN ${500_000 + at}. `,
    ).join('');
    const ms = cpuMs(() => expect(redact(text, context()).spans.length).toBeGreaterThan(3_500));
    expect(ms).toBeLessThan(5_000);
  }, 30_000);

  test(`is ${name === 'label' || name === 'remove' ? 'the same' : 'fit'} for a context that is fresh each time`, () => {
    const text = 'Dr. Ana Rivera, MRN 445566, 3/4/2024';
    const [one, other] = [redact(text, context('p')), redact(text, context('q'))];
    expect(one.spans).toEqual(other.spans);
    expect(one.text === other.text).toBe(name === 'label' || name === 'remove');
  });
});

describe('surrogates', () => {
  const { redact } = createRedactor({ operators: { default: 'surrogate' }, surrogateSecret });

  test('keep the interval of two dates, whatever the subject', () => {
    const day = fc.date({ min: new Date('1930-01-01'), max: new Date('2025-12-31'), noInvalidDate: true });
    const iso = (date: Date): string => date.toISOString().slice(0, 10);
    fc.assert(
      fc.property(day, day, fc.string({ minLength: 1 }), (one, other, reference) => {
        const { text } = redact(`Admitted ${iso(one)}. Discharged ${iso(other)}.`, context(reference));
        const [first = '', second = ''] = text.match(/\d{4}-\d\d-\d\d/g) ?? [];
        expect(first).not.toBe(iso(one));
        expect(Date.parse(second) - Date.parse(first)).toBe(Date.parse(iso(other)) - Date.parse(iso(one)));
      }),
      { numRuns: runs },
    );
  });

  test('know their output for the subject’s object only: another subject’s text is redacted', () => {
    const [mine, theirs] = [context('p'), context('q')];
    const { text } = redact('Dr. Ana Rivera', mine);
    expect(redact(text, mine).spans).toEqual([]);
    expect(redact(text, theirs).text).not.toBe(text);
  });

  test('of one redactor are no excuse for another that removes more', () => {
    const limited = createRedactor({
      profile: { name: 'custom', categories: { DATE: 'keep' } },
      operators: { default: 'surrogate' },
      surrogateSecret,
    });
    const given = context();
    const { text } = limited.redact('Dr. Ana Rivera on 3/4/2024', given);
    expect(text).toContain('3/4/2024');
    expect(redact(text, given).text).not.toContain('3/4/2024');
  });
});
