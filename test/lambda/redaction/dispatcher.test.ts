import { Dispatcher } from '../../../lambda/redaction/dispatcher';
import { read } from '../../../lambda/redaction/reading';
import type { Recognizer } from '../../../lambda/redaction/recognizer';
import { windowsAround } from '../../../lambda/redaction/window';

/** Marks every anchor it is called at. */
const everywhere: Recognizer = {
  name: 'everywhere',
  category: 'OTHER_ID',
  atWords: new Map([
    ['anchor', ({ words }, at, found) => found.add(words[at]?.start ?? 0, words[at]?.end ?? 0, 1)],
  ]),
  atCapitals: ({ words }, at, found) => found.add(words[at]?.start ?? 0, words[at]?.end ?? 0, 1),
  atDigits: ({ digits }, at, found) => found.add(digits[at]?.start ?? 0, digits[at]?.end ?? 0, 1),
  atSigns: new Map([['@', (_, at, found) => found.add(at, at + 1, 1)]]),
};
const anchors = (text: string): string[] => {
  const reading = read(text);
  return new Dispatcher([everywhere])
    .find(reading, [{ start: 0, end: text.length }])
    .map(({ start, end }) => text.slice(start, end));
};

test('calls a recognizer at its words, capitals, digits and signs, in the order of the text', () => {
  expect(anchors('Big anchor 12 a@b anchor Z 3')).toEqual(['Big', 'anchor', '12', '@', 'anchor', 'Z', '3']);
});

test('calls it nowhere else', () => {
  expect(anchors('small words: only - these')).toEqual([]);
});

test('refuses a sign that readings do not list', () => {
  const odd: Recognizer = { ...everywhere, atSigns: new Map([['%', () => undefined]]) };
  expect(() => new Dispatcher([odd])).toThrow("'%' is no sign");
});

test('looks only around labels when asked to', () => {
  const text = `Far 1 ${'x'.repeat(2000)} Near [NAME] 2 ${'x'.repeat(2000)} Far 3`;
  const reading = read(text);
  const label = { start: text.indexOf('[NAME]'), end: text.indexOf('[NAME]') + 6 };
  const found = new Dispatcher([everywhere]).find(reading, windowsAround([label]));
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['Near', '2']);
});
