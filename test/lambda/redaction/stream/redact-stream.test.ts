import * as fc from 'fast-check';
import { createDetector, replaceSpans, type Detector } from '../../../../lambda/redaction/detector';
import { label } from '../../../../lambda/redaction/operators/label';
import { createRedactor } from '../../../../lambda/redaction/redactor';
import type { Span } from '../../../../lambda/redaction/span';
import {
  collectNames,
  MARGIN,
  redactStream,
  WINDOW,
  type StreamRedactionProps,
  type TextChunks,
} from '../../../../lambda/redaction/stream/redact-stream';
import type { SettledText } from '../../../../lambda/redaction/stream/settling-text';
import { chunkings } from '../../../support/clinical-note';
import { PLANTED } from '../../../support/planted';

jest.setTimeout(120_000);

const detector = createDetector();
const { redact } = createRedactor();

async function redacted(
  chunks: TextChunks,
  props: StreamRedactionProps = { detector },
): Promise<{ text: string; spans: Span[]; pieces: number }> {
  const pieces: SettledText[] = [];
  for await (const piece of redactStream(chunks, props)) pieces.push(piece);
  return {
    text: pieces.map(({ text }) => text).join(''),
    spans: pieces.flatMap(({ spans }) => spans),
    pieces: pieces.length,
  };
}

/** Prose without identifiers, of exactly so many units. */
function prose(length: number): string {
  return 'she slept well and the wound looks clean, no new complaints.\n'
    .repeat(length / 60 + 1)
    .slice(-length);
}

test('a text of one window is redacted as if it were no stream', async () => {
  const note = 'Dr. Ana Rivera saw her on 3/4/2024, MRN 445566.';
  const whole = redact(note);
  expect(await redacted([note])).toMatchObject({ text: whole.text, spans: whole.spans });
});

test('an identifier over the edge of a window never survives, and its span counts units of the whole text', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(...PLANTED),
      fc.oneof(fc.integer({ min: -70, max: 10 }), fc.integer({ min: -70 - MARGIN, max: 10 - MARGIN })),
      async ({ category, phrase, value }, shift) => {
        const before = prose(WINDOW + MARGIN + shift);
        const text = `${before} ${phrase}. ${prose(2_000)}`;
        const result = await redacted([text]);
        for (const word of category === 'NAME' ? value.split(' ') : [value]) {
          expect(result.text).not.toContain(word);
        }
        expect(replaceSpans(text, result.spans, label)).toBe(result.text);
      },
    ),
    { numRuns: process.env['SLOW'] === undefined ? 25 : 500 },
  );
});

test('with nothing found the output is the input, however its bytes are split', async () => {
  const nothing: Detector = { detect: () => [] };
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 300 }), chunkings, async (text, split) => {
      const bytes = split(Buffer.from(text).toString('latin1')).map((piece) => Buffer.from(piece, 'latin1'));
      expect((await redacted(bytes, { detector: nothing })).text).toBe(text);
    }),
    { numRuns: 100 },
  );
});

test('a name found in one window is redacted in a later one without its cue', async () => {
  const result = await redacted([`Dr. Ana Woods came. ${prose(3 * WINDOW)}`, 'then Woods left.']);
  expect(result.text).not.toContain('Woods');
  expect(result.spans.at(-1)).toMatchObject({ category: 'NAME', detector: 'seen-name' });
});

test('a name given away late stays where it stood windows before; a second pass redacts it there', async () => {
  const chunks = [`it was Woods who called. ${prose(2 * WINDOW)}`, 'Seen by Dr. Ana Woods.'];
  expect((await redacted(chunks)).text).toContain('Woods');
  const names = await collectNames(chunks, { detector });
  expect((await redacted(chunks, { detector, names })).text).not.toContain('Woods');
});

test('an identifier longer than any window leaves as labels, never as text', async () => {
  const { text } = await redacted([`accession number ${'7'.repeat(3 * WINDOW)} was filed.`], {
    detector: {
      detect: (given) =>
        Array.from(given.matchAll(/7+/g), ({ index, 0: { length } }) => ({
          start: index,
          end: index + length,
          category: 'OTHER_ID',
          detector: 'test',
          score: 0.9,
        })),
    },
  });
  expect(text).toMatch(/^accession number (?:\[OTHER_ID\]){1,9} was filed\.$/);
});

test('a window never ends inside a character', async () => {
  for (const shift of [0, 1]) {
    const text = `${'a'.repeat(shift)}${'😀'.repeat(WINDOW)}`;
    expect((await redacted([text], { detector: { detect: () => [] } })).text).toBe(text);
  }
});

test('no more than a window and its margins is read at once', async () => {
  let longest = 0;
  const watching: Detector = {
    detect(text) {
      longest = Math.max(longest, text.length);
      return [];
    },
  };
  const chunk = prose(10_000);
  const { pieces } = await redacted(
    Array.from({ length: 200 }, () => chunk),
    { detector: watching },
  );
  expect(pieces).toBeGreaterThan(25);
  expect(longest).toBeLessThanOrEqual(WINDOW + 2 * MARGIN);
});

test.each([
  ['bytes that are not UTF-8', [Buffer.from([0x61, 0xff, 0x62])]],
  ['bytes that end inside a character', [Buffer.from('é').subarray(0, 1)]],
  ['a string after half a character', [Buffer.from('é').subarray(0, 1), 'Qwelt']],
  ['a string with half a surrogate pair', ['Qwelt \ud83d.']],
])('%s are refused, and the error says nothing of the text', async (_, chunks) => {
  const refused = redacted(chunks, { detector });
  await expect(refused).rejects.toMatchObject({ name: 'RedactionError', code: 'INVALID_TEXT' });
  await expect(refused).rejects.not.toThrow(/Qwelt/);
});

test('a byte order mark and line ends stay as they are', async () => {
  const text = '\ufeffPlan:\r\n\t- continue\r\n';
  expect((await redacted([Buffer.from(text)])).text).toBe(text);
});
