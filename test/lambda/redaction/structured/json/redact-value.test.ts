import * as fc from 'fast-check';
import { createRedactor } from '../../../../../lambda/redaction/redactor';
import { isJson } from '../../../../../lambda/redaction/structured/json/json-in-text';
import { createJsonRedactor } from '../../../../../lambda/redaction/structured/json/json-redactor';
import { filler, PLANTED } from '../../../../support/planted';
import { structuredErrorOf } from '../../../../support/structured-error-of';

const { redactValue } = createJsonRedactor({ redactor: createRedactor() });
const redacted = (value: unknown) => redactValue(value).value;

function circular(): object {
  const circle: Record<string, unknown> = {};
  circle['Quillfeather'] = circle;
  return circle;
}

/** A value with every text, number and name taken out: what is left is its shape. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return typeof value === 'number' ? 'string' : typeof value;
  return Object.values(value).map(shapeOf);
}

test('a name found in one value goes from all, and counts once for each', () => {
  const { value, counts } = redactValue({
    patient: 'Marlowe Quillfeather',
    notes: ['Marlowe was well', 'Mr. Quillfeather left'],
    visits: 3,
  });
  expect(JSON.stringify(value)).not.toMatch(/Marlowe|Quillfeather/u);
  expect(value).toMatchObject({ visits: 3 });
  expect(counts).toEqual({ NAME: 3 });
});

test('members whose names identify are told apart', () => {
  expect(redacted({ '512-45-7788': 'a', '512-45-7789': 'b', fine: 'c' })).toEqual({
    '[SSN]': 'a',
    '[SSN] 2': 'b',
    fine: 'c',
  });
});

test('JSON inside a text is read as JSON, however deep', () => {
  const inner = JSON.stringify({ note: 'Seen by Dr.\nRivera' });
  const outer = { log: JSON.stringify({ message: inner }) };
  expect(JSON.stringify(redacted(outer))).not.toContain('Rivera');
});

test.each([
  ['postalCode', '45402'],
  ['memberId', 'A1234'],
  ['accountNumber', 12345],
  ['medical_record_number', 12345],
  ['lastName', 'Qwelt'],
  ['age', 93],
])('%s is the cue of its value', (name, value) => {
  expect(JSON.stringify(redacted({ [name]: value }))).not.toContain(String(value));
});

test('a key loses a name that a value gives away', () => {
  expect(redacted({ Quillfeather: 1, note: 'seen by Dr. Quillfeather' })).toMatchObject({ '[NAME]': 1 });
});

test('no key excuses a long number', () => {
  expect(redacted({ score: 5124577881, points: 512457 })).not.toMatchObject({ score: 5124577881 });
  expect(JSON.stringify(redacted({ score: 5124577881, points: 512457 }))).not.toMatch(/\d{6}/u);
});

test('JSON in a text in which nothing was found stays as it was written', () => {
  const log = '{ "a" : 1.50 }';
  expect(redacted({ log })).toEqual({ log });
});

test.each([
  ['a circle', circular(), /holds what JSON cannot/u],
  ['a large integer', { Quillfeather: 1n }, /holds what JSON cannot/u],
  ['JSON in a text with a key twice', { log: '{"Quillfeather":1,"Quillfeather":2}' }, /same key twice/u],
])('%s is refused, and nothing of it is told', (_, value, told) => {
  const error = structuredErrorOf(() => redactValue(value));
  expect(error.message).toMatch(told);
  expect(error.stack).not.toContain('Quillfeather');
});

test.each([undefined, Symbol('Quillfeather')])('what JSON has not becomes null', (value) => {
  expect(redacted(value)).toBeNull();
});

test.each([null, true, 7, 'BP 120/80', [], {}, [[]], { a: null }])('%j stays as it is', (value) => {
  expect(redacted(value)).toEqual(value);
});

test.each<[string, boolean]>([
  ['{"a":1}', true],
  [' \n[1]', true],
  ['"text"', false],
  ['1', false],
  ['{broken', false],
  ['text {"a":1}', false],
])('%j is JSON of a value with members: %j', (text, expected) => {
  expect(isJson(text)).toBe(expected);
});

test('the shape of any value stays', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(shapeOf(redacted(value))).toEqual(shapeOf(value));
    }),
    { numRuns: 300, seed: 4 },
  );
});

test('no identifier survives in a value, and redacting twice changes nothing', () => {
  const places: readonly ((text: string) => unknown)[] = [
    (text) => text,
    (text) => [['x'], [text]],
    (text) => ({ a: { b: [1, { note: text }] } }),
    (text) => ({ log: JSON.stringify([text]) }),
  ];
  fc.assert(
    fc.property(
      filler,
      fc.oneof(...PLANTED),
      fc.constantFrom(...places),
      (before, { phrase, value }, place) => {
        const once = redacted(place(phrase));
        expect(JSON.stringify(once)).not.toContain(JSON.stringify(value).slice(1, -1));
        const mixed = redacted(place(`${before}${phrase}`));
        expect(redacted(mixed)).toEqual(mixed);
      },
    ),
    { numRuns: 400, seed: 4 },
  );
});
