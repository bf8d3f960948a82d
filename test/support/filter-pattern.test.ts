import { matches } from './filter-pattern';

const LINE = { name: 'Decrypt', count: 2, who: { by: 'lambda' }, list: [{ arn: 'a' }] };

test.each([
  ['{ $.name = "Decrypt" }', true],
  ['{ $.name = "Encrypt" }', false],
  ['{ $.name = "De*" }', true],
  ['{ $.name = "D.crypt" }', false],
  ['{ $.list[0].arn = "a" }', true],
  ['{ $.list[1].arn = "a" }', false],
  ['{ $.count > 1 }', true],
  ['{ $.count > 2 }', false],
  ['{ $.who.by NOT EXISTS }', false],
  ['{ $.who.at NOT EXISTS }', true],
  ['{ ($.name = "x") || ($.name = "Decrypt") && ($.count > 2) }', false],
  ['{ (($.name = "x") || ($.name = "Decrypt")) && ($.count > 1) }', true],
])('%s: %s', (pattern, expected) => {
  expect(matches(pattern, LINE)).toBe(expected);
});

test.each(['{ $.name = "a"', '{ $.name ~ "a" }', '{ $.count != 1 }', '{ $.name = "a" } more'])(
  'fails on %s, instead of guessing',
  (pattern) => {
    expect(() => matches(pattern, LINE)).toThrow();
  },
);
