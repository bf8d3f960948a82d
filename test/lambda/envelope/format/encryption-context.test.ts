import * as fc from 'fast-check';
import { withLength } from '../../../../lambda/envelope/format/byte-reader';
import { parseContext, serializeContext } from '../../../../lambda/envelope/format/encryption-context';
import { refusalOf } from '../sealed';
import { cpuMs } from '../../../support/cpu-time';

const hex = (context: readonly (readonly [string, string])[]): string =>
  serializeContext(new Map(context)).toString('hex');
const of = (count: number, ...fields: readonly (string | Buffer)[]): Buffer =>
  Buffer.concat([Buffer.from([0, count]), ...fields.map((field) => withLength(Buffer.from(field)))]);

test('no pairs are no bytes', () => {
  expect(serializeContext(new Map()).length).toBe(0);
  expect(parseContext(Buffer.alloc(0)).size).toBe(0);
});

test('pairs are counted, measured and ordered by key', () => {
  const expected = of(2, 'purpose', 'prompt', 'tenant', 't-é').toString('hex');
  expect(
    hex([
      ['tenant', 't-é'],
      ['purpose', 'prompt'],
    ]),
  ).toBe(expected);
  expect(
    hex([
      ['purpose', 'prompt'],
      ['tenant', 't-é'],
    ]),
  ).toBe(expected);
});

test('the order is that of UTF-8, not of UTF-16: astral keys come last', () => {
  expect(['\uff21', '\u{1f511}'].sort()).toEqual(['\u{1f511}', '\uff21']);
  expect(
    hex([
      ['\u{1f511}', 'a'],
      ['\uff21', 'b'],
    ]),
  ).toBe(of(2, '\uff21', 'b', '\u{1f511}', 'a').toString('hex'));
});

test('any context comes back from its bytes', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 20 });
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { maxLength: 8 }), (pairs) => {
      const context = new Map(pairs);
      expect(new Map(parseContext(serializeContext(context)))).toEqual(context);
    }),
  );
});

test('pairs in another order are read, as published messages hold them', () => {
  expect([...parseContext(of(2, 'b', '1', 'a', '2'))]).toEqual([
    ['b', '1'],
    ['a', '2'],
  ]);
});

test('a context of all bytes and most pairs is read pair by pair, once each', () => {
  const pairs = Array.from({ length: 8_000 }, (_, at) => [at.toString(36), ''] as const);
  const bytes = serializeContext(new Map(pairs));
  expect(cpuMs(() => expect(parseContext(bytes).size).toBe(8_000))).toBeLessThan(1_000);
});

test('65,535 bytes are the most', async () => {
  const value = 'x'.repeat(0xffff - 7);
  expect(serializeContext(new Map([['k', value]])).length).toBe(0xffff);
  expect(await refusalOf(() => serializeContext(new Map([['k', `${value}.`]])))).toBe('TOO_LARGE');
});

test.each<[string, Buffer]>([
  ['a count of nothing', of(0)],
  ['half a count', Buffer.from([0])],
  ['fewer pairs than counted', of(2, 'a', '1')],
  ['more pairs than counted', of(1, 'a', '1', 'b', '2')],
  ['a key without a value', of(1, 'a')],
  ['a value that ends after the context', Buffer.concat([of(1, 'a'), Buffer.from([0, 9, 1])])],
  ['a key twice', of(2, 'a', '1', 'a', '2')],
  ['a key twice, not side by side', of(3, 'a', '1', 'b', '2', 'a', '1')],
  ['a key that is not UTF-8', of(1, Buffer.from([0xff]), '1')],
  ['a value that is not UTF-8', of(1, 'a', Buffer.from([0xc0, 0x80]))],
])('fails on %s', async (_, bytes) => {
  expect(await refusalOf(() => parseContext(bytes))).toBe('AUTH_FAILED');
});
