import * as fc from 'fast-check';
import { covers, isWholeService, reachesAction } from '../../../lib/compliance/policy/pattern';
import { cpuMs } from '../../support/cpu-time';

test.each([
  ['*', 'anything', true],
  ['', '', true],
  ['*', '', true],
  ['a', 'a', true],
  ['a', 'A', false],
  ['a?c', 'abc', true],
  ['a?c', 'ac', false],
  ['a*c', 'ac', true],
  ['a*c', 'abcabc', true],
  ['a*c', 'abcab', false],
  ['*b*', 'abc', true],
  ['**', 'x', true],
  ['arn:aws:s3:::b/*', 'arn:aws:s3:::b/x/y', true],
  ['arn:aws:s3:::b', 'arn:aws:s3:::b/x', false],
  ['arn:${AWS::Partition}:s3:::*', 'arn:${AWS::Partition}:s3:::b', true],
  ['arn:aws:s3:::*', 'arn:${AWS::Partition}:s3:::b', false],
  ['[a-z]+', 'abc', false],
])('"%s" covers "%s": %s', (pattern, text, expected) => {
  expect(covers(pattern, text)).toBe(expected);
});

test('says what a regular expression of the same meaning says', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 });
  const patterns = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 8 });
  fc.assert(
    fc.property(patterns, letters, (pattern, text) => {
      const meaning = new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'u');
      return covers(pattern, text) === meaning.test(text);
    }),
  );
});

test.each([
  ['*a'.repeat(200) + 'b', 'a'.repeat(20_000)],
  ['*'.repeat(10_000) + 'b', 'a'.repeat(10_000)],
  ['?*'.repeat(2000) + 'b', 'a'.repeat(5000)],
])('a hostile pattern does not multiply the ways to try it', (pattern, text) => {
  expect(cpuMs(() => expect(covers(pattern, text)).toBe(false))).toBeLessThan(5_000);
});

test('actions are compared without case', () => {
  expect(reachesAction(['S3:get*'], 's3:GetObject')).toBe(true);
  expect(reachesAction(['s3:PutObject', 'kms:*'], 's3:GetObject')).toBe(false);
});

test.each([
  ['*', true],
  ['s3:*', true],
  ['*:*', true],
  ['s3:**', true],
  ['s3:?*', true],
  ['s*', true],
  ['s3:Get*', false],
  ['s3:GetObject', false],
  ['s3:?', false],
])('%s names a whole service: %s', (pattern, expected) => {
  expect(isWholeService(pattern)).toBe(expected);
});
