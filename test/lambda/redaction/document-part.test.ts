import { PART_LENGTH, partsOf } from '../../../lambda/redaction/document-part';
import { createRedactor } from '../../../lambda/redaction/redactor';

const { redact, detect } = createRedactor();
const line = 'The wound looks clean and dry, no new complaints today.\n';
const prose = (length: number): string => line.repeat(Math.ceil(length / line.length));
/** Units after an identifier: more than a part sees of the next one. */
const AFTER = 16_384;
const windowsOf = (text: string): string[] =>
  partsOf(text).map(({ text: part, window }) => part.slice(window.start, window.end));

test.each([0, 1, PART_LENGTH])('a text of %i units is one part', (length) => {
  expect(partsOf('x'.repeat(length))).toEqual([
    { text: 'x'.repeat(length), offset: 0, window: { start: 0, end: length } },
  ]);
});

test.each([
  ['lines', prose(3 * PART_LENGTH)],
  ['words', 'word '.repeat(PART_LENGTH)],
  ['one word', 'x'.repeat(3 * PART_LENGTH)],
])('the windows of a longer text of %s are the text, each no longer than a part', (_, text) => {
  const windows = windowsOf(text);
  expect(windows.length).toBeGreaterThan(2);
  expect(windows.join('')).toBe(text);
  expect(Math.max(...windows.map(({ length }) => length))).toBeLessThanOrEqual(PART_LENGTH);
});

test('parts end with a line, or else with a word', () => {
  for (const window of windowsOf(prose(3 * PART_LENGTH))) expect(window.endsWith('\n')).toBe(true);
  for (const window of windowsOf('word '.repeat(PART_LENGTH))) expect(window.endsWith(' ')).toBe(true);
});

test('a name found in any part is redacted in all of them', () => {
  const text = `Woods was quiet.\n${prose(PART_LENGTH)}Dr. Ana Woods came.\n${prose(PART_LENGTH)}Woods left.\n`;
  expect(partsOf(text)).toHaveLength(3);
  expect(redact('Woods was quiet.').text).toBe('Woods was quiet.');
  expect(redact(text).text).not.toContain('Woods');
});

test.each([-30, -12, -1, 0, 1, 5])(
  'an identifier %i units from where parts meet is found whole',
  (distance) => {
    const before = 'x '.repeat((PART_LENGTH + distance) / 2);
    const text = `${before}SSN 123-45-6789, MRN 445566 of Ana Rivera ${'x '.repeat(AFTER / 2)}`;
    expect(partsOf(text)).toHaveLength(2);
    const found = detect(text).map(({ start, end }) => text.slice(start, end));
    expect(found).toEqual(['123-45-6789', '445566', 'Ana Rivera']);
  },
);

test('a long text is redacted as its lines are, with offsets of the whole', () => {
  const note = 'Dr. Ana Rivera saw the 93-year-old on 3/4/2024, MRN 445566, phone 312-555-0187.\n';
  const text = note.repeat(Math.ceil((2.1 * PART_LENGTH) / note.length));
  expect(partsOf(text)).toHaveLength(3);
  const { text: redacted, spans } = redact(text);
  expect(redacted).toBe(redact(note).text.repeat(text.length / note.length));
  expect(spans).toHaveLength(5 * (text.length / note.length));
  expect(redact(redacted).text).toBe(redacted);
});
