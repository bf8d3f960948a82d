import * as fc from 'fast-check';
import { createDetector, type Detector } from '../../../../lambda/redaction/detector';
import { createRedactor } from '../../../../lambda/redaction/redactor';
import { LONGEST_TAIL, LOOKAHEAD } from '../../../../lambda/redaction/stream/open-tail';
import { SeenNames } from '../../../../lambda/redaction/stream/seen-names';
import { createTokenStreamRedactor } from '../../../../lambda/redaction/stream/token-stream';
import { chunkings, clinicalNote } from '../../../support/clinical-note';
import { filler, PLANTED } from '../../../support/planted';

jest.setTimeout(60_000);

const runs = process.env['SLOW'] === undefined ? 40 : 2_000;
const detector = createDetector();
const { redact } = createRedactor();

function streamed(pieces: readonly string[], names = new SeenNames()): string {
  const stream = createTokenStreamRedactor({ detector, names });
  return pieces.map((piece) => stream.push(piece)).join('') + stream.end();
}

test('the output is the redaction of the whole text, however it is split', () => {
  fc.assert(
    fc.property(clinicalNote, chunkings, (note, split) => {
      expect(streamed(split(note.text))).toBe(redact(note.text).text);
    }),
    { numRuns: runs },
  );
});

test('no planted identifier survives, given out character by character', () => {
  fc.assert(
    fc.property(filler, fc.oneof(...PLANTED), filler, (before, { category, phrase, value }, after) => {
      const text = streamed(`${before}${phrase}. ${after}`.split(''));
      const there = text.slice(before.length, text.length - after.length);
      for (const word of category === 'NAME' ? value.split(' ') : [value]) expect(there).not.toContain(word);
    }),
    { numRuns: runs * 4 },
  );
});

test('whatever is sent, nothing is lost: with nothing found the output is the input', () => {
  const finding: Detector = { detect: () => [] };
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 1_000 }), chunkings, (text, split) => {
      const stream = createTokenStreamRedactor({ detector: finding });
      const given = split(text).map((piece) => stream.push(piece));
      expect(given.join('') + stream.end()).toBe(text);
    }),
    { numRuns: runs },
  );
});

test('a name of the session is redacted without a cue, and one found here is added to it', () => {
  const names = new SeenNames();
  const later = ['It was up to Wo', 'ods in the end.'];
  expect(streamed(later)).toBe('It was up to Woods in the end.');
  expect(streamed(['Dr. Ana Wo', 'ods agreed to the plan.'], names)).toBe('[NAME] agreed to the plan.');
  expect(streamed(later, names)).toBe('It was up to [NAME] in the end.');
});

test('prose in small letters leaves word by word, a look ahead behind', () => {
  const stream = createTokenStreamRedactor({ detector });
  const sentence = 'she was feeling much better this morning and wanted to walk along the corridor with help';
  let held = '';
  for (const sign of sentence) {
    held = (held + sign).slice(stream.push(sign).length);
    expect(held.length).toBeLessThanOrEqual(LOOKAHEAD + 'corridor with '.length);
  }
});

test('capital words and figures are held until plain words follow', () => {
  const stream = createTokenStreamRedactor({ detector });
  expect(stream.push('seen today at Sunny Pines Rehabilitation and Nursing Center, 12 Elm St')).toBe(
    'seen today ',
  );
  const next = stream.push('. The family was told about the visiting hours and the phone line.');
  expect(next).toMatch(/ The family was told $/);
  expect(next).not.toMatch(/Sunny|Pines|Elm/);
});

test('text wholly in capitals is held up to the limit and no further', () => {
  const stream = createTokenStreamRedactor({ detector });
  let held = 0;
  for (const word of 'FEVER AND COUGH SINCE THE NIGHT '.repeat(40).split(/(?<= )/)) {
    held += word.length - stream.push(word).length;
    expect(held).toBeLessThanOrEqual(LONGEST_TAIL + word.length);
  }
  expect(held).toBeGreaterThan(LOOKAHEAD);
});

test('a URL without an end is held to the limit, then given out as labels, never as text', () => {
  const stream = createTokenStreamRedactor({ detector });
  let output = stream.push('see https://example.org/');
  for (let at = 0; at < 400; at++) output += stream.push('qwelt/');
  expect(output).toMatch(/^see \[URL\]/);
  output += stream.push(' and then she went home to rest for a while, as agreed.') + stream.end();
  expect(output).toMatch(/^see (?:\[URL\])+ and then she went home to rest for a while, as agreed\.$/);
});

test('counts grow with what was given out', () => {
  const stream = createTokenStreamRedactor({ detector });
  stream.push('MRN 445566, seen on 3/4/2024.');
  expect(stream.counts).toEqual({});
  stream.end();
  expect(stream.counts).toEqual({ MRN: 1, DATE: 1 });
});

test('an error of the detector carries nothing of the text', () => {
  const failing: Detector = {
    detect(text) {
      throw new Error(text);
    },
  };
  const stream = createTokenStreamRedactor({ detector: failing });
  stream.push('Qwelt');
  let thrown: unknown;
  try {
    stream.end();
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toMatchObject({ name: 'RedactionError', code: 'INTERNAL' });
  expect(JSON.stringify(thrown, Object.getOwnPropertyNames(thrown))).not.toContain('Qwelt');
});
