import { inspect } from 'node:util';
import { serialize } from 'node:v8';
import { RedactionError } from '../../../../lambda/redaction/errors';
import type { Span } from '../../../../lambda/redaction/span';
import { MOST_SEEN_NAMES, SeenNames } from '../../../../lambda/redaction/stream/seen-names';

/** Learns each name from a text that holds nothing else. */
function seen(...names: readonly string[]): SeenNames {
  const memory = new SeenNames();
  for (const name of names) memory.learn(name, [spanOf(name)]);
  return memory;
}

function spanOf(text: string, detector = 'name'): Span {
  return { start: 0, end: text.length, category: 'NAME', detector, score: 0.9 };
}

function found(memory: SeenNames, text: string): string[] {
  return memory.find(text).map(({ start, end }) => text.slice(start, end));
}

test.each([
  ['a part of a name with its capital', ['Ana Rivera'], 'then Rivera slept', ['Rivera']],
  ['a possessive, without its ending', ['Ana Rivera'], "Rivera's wound", ['Rivera']],
  ['a name in capitals', ['Ana Rivera'], 'RIVERA, ANA', ['RIVERA', 'ANA']],
  ['half of a hyphenated name', ['Smith-Quillfeather'], 'Ms. Quillfeather', ['Quillfeather']],
  ['a name with an apostrophe of another kind', ["O'Brannagh"], 'O\u2019Brannagh', ['O\u2019Brannagh']],
  ['a name cut by an invisible sign', ['Rivera'], 'Riv\u200bera', ['Riv\u200bera']],
  ['a word in small letters once it was found twice', ['Qwelt', 'Qwelt'], 'asked qwelt', ['qwelt']],
  ['a name first written without capitals, at once', ['ana qwelt'], 'asked qwelt', ['qwelt']],
])('finds %s', (_, names, text, mentions) => {
  expect(found(seen(...names), text)).toEqual(mentions);
});

test.each([
  ['a word in small letters after one finding', ['Qwelt'], 'asked qwelt'],
  ['an English word in small letters, however often found', ['Rose', 'Rose', 'Rose'], 'the fever rose'],
  ['a word of two letters', ['Al Bo'], 'Al and Bo'],
  ['a title or a particle', ['Mrs. Ana van Qwelt'], 'Mrs. and van'],
  ['a degree or a number of generation', ['Ana Qwelt, DDS', 'Ian Qwelt III'], 'DDS, stage III'],
  ['a longer word that starts with a name', ['Ana'], 'Anatomy'],
  ['a label that reads like a name', ['Date Phone'], '[DATE] and [PHONE:a1B2c3D4e5F6g7H8]'],
])('passes over %s', (_, names, text) => {
  expect(found(seen(...names), text)).toEqual([]);
});

test('a name found by memory alone is an echo, not a second finding', () => {
  const memory = seen('Qwelt');
  memory.learn('Qwelt', [spanOf('Qwelt', 'name-memory')]);
  memory.learn('Qwelt', [spanOf('Qwelt', 'seen-name')]);
  expect(found(memory, 'asked qwelt')).toEqual([]);
});

test('only names are learned', () => {
  const memory = new SeenNames();
  memory.learn('Dayton', [{ ...spanOf('Dayton'), category: 'GEO' }]);
  expect(memory.size).toBe(0);
});

test('mentions are NAME spans of this detector', () => {
  expect(seen('Rivera').find('to Rivera')).toEqual([
    { start: 3, end: 9, category: 'NAME', detector: 'seen-name', score: 0.7 },
  ]);
});

test('no way of writing the memory out shows a name', () => {
  const memory = seen('Quillfeather');
  const written = [
    JSON.stringify(memory),
    inspect(memory, { showHidden: true, depth: 9 }),
    serialize(memory).toString('latin1'),
    JSON.stringify(structuredClone(memory)),
    JSON.stringify(Object.getOwnPropertyNames(memory)),
  ].join('\n');
  expect(written.toLowerCase()).not.toContain('quillfeather');
});

test('a memory that is full fails rather than forgets', () => {
  const memory = new SeenNames();
  const letters = (number: number): string =>
    number.toString(26).replaceAll(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 26)));
  const names = Array.from({ length: MOST_SEEN_NAMES }, (_, at) => `Q${letters(at).padStart(5, 'a')}`);
  for (const name of names) memory.learn(name, [spanOf(name)]);
  memory.learn('Qaaaaa', [spanOf('Qaaaaa')]);
  expect(memory.size).toBe(MOST_SEEN_NAMES);
  expect(() => {
    memory.learn('Zzzz', [spanOf('Zzzz')]);
  }).toThrow(RedactionError);
  expect(() => {
    memory.learn('Zzzz', [spanOf('Zzzz')]);
  }).toThrow(/^TOO_MANY_NAMES: more than 100000 different words of names/);
});
