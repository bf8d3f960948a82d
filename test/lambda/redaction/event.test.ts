import { RedactionError } from '../../../lambda/redaction/errors';
import { parseEvent } from '../../../lambda/redaction/event';

const MOST = 10;
const binding = { tenant: 't1', purpose: 'original', record: 'r1' };

test('reads a text', () => {
  expect(parseEvent({ text: 'ok' }, MOST)).toEqual({ text: 'ok' });
});

test('reads a text not to be sealed', () => {
  expect(parseEvent({ text: 'ok', seal: false }, MOST)).toEqual({ text: 'ok' });
});

test('takes ids of 128 characters, as ARNs and UUIDs have them', () => {
  const record = `arn:aws:s3/${'r'.repeat(117)}`;
  const event = { text: 'ok', seal: true, binding: { ...binding, record } };
  expect(parseEvent(event, MOST)).toMatchObject({ binding: { record } });
});

test('reads a text to be sealed and where it belongs', () => {
  expect(parseEvent({ text: 'ok', seal: true, binding }, MOST)).toEqual({ text: 'ok', binding });
});

test.each([
  ['as long as allowed', MOST, true],
  ['one longer', MOST + 1, false],
])('a text %s', (_, length, allowed) => {
  const parse = (): unknown => parseEvent({ text: 'x'.repeat(length) }, MOST);
  if (allowed) expect(parse()).toEqual({ text: 'x'.repeat(length) });
  else expect(parse).toThrow("TEXT_TOO_LARGE: 'text' has 11 characters, more than the 10 allowed; split it");
});

const cyclic: Record<string, unknown> = { text: 'ok' };
cyclic['self'] = cyclic;

test.each<readonly [string, unknown, string]>([
  ['undefined', undefined, 'the event is missing, not an object'],
  ['null', null, 'the event is null, not an object'],
  ['an array', ['Rivera'], 'the event is an array, not an object'],
  ['a string', 'Rivera', 'the event is of type string, not an object'],
  ['no text', {}, "'text' is missing, not a string"],
  ['a number for text', { text: 5 }, "'text' is of type number, not a string"],
  ['null for text', { text: null }, "'text' is null, not a string"],
  ['an unknown key', { text: 'ok', Rivera: 1 }, 'the event has an unknown key; allowed: text, seal, binding'],
  ['its own __proto__', JSON.parse('{"text":"ok","__proto__":{"seal":true}}'), 'unknown key'],
  ['a cycle', cyclic, 'unknown key'],
  ['seal as a string', { text: 'ok', seal: 'true' }, "'seal' is of type string, not a boolean"],
  ['seal without binding', { text: 'ok', seal: true }, "'binding' is missing; 'seal': true needs an object"],
  ['binding without seal', { text: 'ok', binding }, "'binding' is given without 'seal': true"],
  [
    'an empty id',
    { text: 'ok', seal: true, binding: { ...binding, record: '' } },
    "'binding.record' must be an opaque id: 1 to 128 letters, digits and . _ : / -",
  ],
  [
    'a name as id',
    { text: 'ok', seal: true, binding: { ...binding, record: 'Ana Rivera' } },
    "'binding.record' must be an opaque id",
  ],
  [
    'an id of more than 128 characters',
    { text: 'ok', seal: true, binding: { ...binding, record: 'r'.repeat(129) } },
    "'binding.record' must be an opaque id",
  ],
  [
    'a number as id',
    { text: 'ok', seal: true, binding: { ...binding, tenant: 7 } },
    "'binding.tenant' must be an opaque id: 1 to 128 letters, digits and . _ : / -",
  ],
  [
    'one id missing',
    { text: 'ok', seal: true, binding: { tenant: 't', record: 'r' } },
    "'binding' must hold exactly: tenant, purpose, record",
  ],
  [
    'one id more',
    { text: 'ok', seal: true, binding: { ...binding, Rivera: 'x' } },
    "'binding' must hold exactly",
  ],
])('fails on %s', (_, event, message) => {
  expect(() => parseEvent(event, MOST)).toThrow(message);
  expect(() => parseEvent(event, MOST)).toThrow(RedactionError);
  expect(() => parseEvent(event, MOST)).not.toThrow('Rivera');
});
