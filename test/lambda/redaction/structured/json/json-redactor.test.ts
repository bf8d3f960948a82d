import * as fc from 'fast-check';
import { createRedactor } from '../../../../../lambda/redaction/redactor';
import type { JsonPolicy } from '../../../../../lambda/redaction/structured/json/json-policy';
import { createJsonRedactor } from '../../../../../lambda/redaction/structured/json/json-redactor';
import { readJson } from '../../../../../lambda/redaction/structured/json/json-reader';
import { writeJson } from '../../../../../lambda/redaction/structured/json/json-writer';
import { structuredErrorOf } from '../../../../support/structured-error-of';

const redactor = createRedactor();
const redact = (json: string, policy?: JsonPolicy): string =>
  createJsonRedactor({ redactor, ...(policy && { policy }) }).redact(json).text;

test.each<[string, JsonPolicy, string, string]>([
  [
    'a whole field',
    { 'patient.name': 'NAME' },
    '{"patient":{"name":"Qwelt"}}',
    '{"patient":{"name":"[NAME]"}}',
  ],
  [
    'each item of a list',
    { 'notes[*].by': 'NAME' },
    '{"notes":[{"by":"Qwelt"},{"by":"Zyx"}]}',
    '{"notes":[{"by":"[NAME]"},{"by":"[NAME]"}]}',
  ],
  [
    'any key',
    { '*.id': 'OTHER_ID' },
    '{"a":{"id":7},"b":{"id":"x"}}',
    '{"a":{"id":"[OTHER_ID]"},"b":{"id":"[OTHER_ID]"}}',
  ],
  ['items of a list at the top', { '[*].mrn': 'MRN' }, '[{"mrn":88776}]', '[{"mrn":"[MRN]"}]'],
  [
    'everything inside',
    { patient: 'NAME' },
    '{"patient":{"a":["Qwelt",{"b":"Zyx"}]}}',
    '{"patient":{"a":["[NAME]",{"b":"[NAME]"}]}}',
  ],
  [
    'nothing that is kept',
    { code: 'keep' },
    '{"code":"Dr. Okonkwo 88776655"}',
    '{"code":"Dr. Okonkwo 88776655"}',
  ],
  [
    'a field inside what is kept',
    { a: 'keep', 'a.name': 'NAME' },
    '{"a":{"x":"MRN 88776655","name":"Qwelt"}}',
    '{"a":{"x":"MRN 88776655","name":"[NAME]"}}',
  ],
  [
    'by the rule with a name rather than *',
    { '*': 'keep', who: 'NAME' },
    '{"who":"Qwelt"}',
    '{"who":"[NAME]"}',
  ],
  ['the same whatever the order', { who: 'NAME', '*': 'keep' }, '{"who":"Qwelt"}', '{"who":"[NAME]"}'],
  ['text that no rule names', {}, '{"note":"seen by Dr. Okonkwo"}', '{"note":"seen by [NAME]"}'],
  [
    'what fields named, in every text',
    { 'p.name': 'NAME' },
    '{"note":"qwelt sleeps","p":{"name":"Qwelt"}}',
    '{"note":"[NAME] sleeps","p":{"name":"[NAME]"}}',
  ],
  ['long numbers that no rule names', {}, '{"n":5124577881}', '{"n":"[OTHER_ID]"}'],
  ['small numbers not at all', {}, '{"n":120.50,"m":-3e2}', '{"n":120.50,"m":-3e2}'],
  ['keys', {}, '{"Dr. Okonkwo":1}', '{"[NAME]":1}'],
  ['two keys that become one', {}, '{"Dr. Okonkwo":1,"Dr. Zelenko":2}', '{"[NAME]":1,"[NAME] 2":2}'],
])('redacts %s', (_, policy, given, expected) => {
  expect(redact(given, policy)).toBe(expected);
});

test('numbers that stay keep every digit', () => {
  const json = '{"a":1.50000000000000000001,"b":-0,"c":1E+2}';
  expect(redact(json, { a: 'keep' })).toBe(json);
});

test('keeps the layout, keys that objects of JavaScript have, and lone surrogates', () => {
  const json =
    '{\n    "__proto__": "x",\n    "constructor": "\\ud800",\n    "hasOwnProperty": {},\n    "a": []\n}';
  expect(redact(json)).toBe(json);
});

test.each([
  ['a key twice', '{"Qwelt":1,"Qwelt":2}'],
  ['an end too soon', '{"Qwelt":'],
  ['two documents', '{} Qwelt'],
  ['a bad escape', '"Qwelt\\x"'],
  ['a line end in a string', '"Qwelt\n"'],
  ['a number with a leading zero', '[01]'],
  ['nesting a level too deep', `${'['.repeat(257)}"Qwelt"${']'.repeat(257)}`],
  ['endless nesting', '['.repeat(1_000_000)],
])('refuses %s, and says nothing of it', (_, json) => {
  const error = structuredErrorOf(() => redact(json));
  expect(error.code).toBe('INVALID_JSON');
  expect(error.stack).not.toContain('Qwelt');
});

test('reads nesting to the limit', () => {
  const json = `${'['.repeat(256)}1${']'.repeat(256)}`;
  expect(redact(json)).toBe(json);
});

test.each([
  ['an empty path', { '': 'NAME' }],
  ['an index', { 'a[0]': 'NAME' }],
  ['a path that ends in a dot', { 'a.': 'NAME' }],
  ['a rule that is none', { a: 'HIDE' }],
])('refuses a policy with %s', (_, policy) => {
  expect(structuredErrorOf(() => redact('{}', policy as unknown as JsonPolicy)).code).toBe('INVALID_POLICY');
});

test('reads JSON as JSON.parse does, and a second redaction changes nothing', () => {
  fc.assert(
    fc.property(fc.json(), (json) => {
      expect(JSON.parse(writeJson(readJson(json)))).toEqual(JSON.parse(json));
      const once = redact(json);
      expect(redact(once)).toBe(once);
    }),
    { numRuns: process.env['SLOW'] === undefined ? 150 : 5_000 },
  );
});

test('a name that a field gives survives nowhere', () => {
  const place = fc.constantFrom('note', 'list', 'deep', 'key');
  const name = fc.string({ unit: fc.constantFrom(...'bcdfgklmqxz'.split('')), minLength: 5, maxLength: 9 });
  fc.assert(
    fc.property(name, place, (name, place) => {
      const document = {
        who: name,
        note: place === 'note' ? `then ${name.toUpperCase()} slept` : '',
        list: place === 'list' ? [name] : [],
        deep: { a: { b: [{ c: place === 'deep' ? `(${name})` : '' }] } },
        ...(place === 'key' && { [`x ${name}`]: 1 }),
      };
      expect(redact(JSON.stringify(document), { who: 'NAME' }).toLowerCase()).not.toContain(name);
    }),
    { numRuns: 100 },
  );
});
