import { fixedFolder, globMatcher, isGlob } from '../../../lib/compliance/check/glob';

test.each([
  ['*.yaml', ['a.yaml'], ['a/b.yaml', 'a.yml', '.yaml/x']],
  ['**/*.yaml', ['a.yaml', 'a/b/c.yaml'], ['a.json']],
  ['a/**', ['a/b', 'a/b/c'], ['b/a']],
  ['a?.json', ['ab.json'], ['a.json', 'a/.json']],
  ['[ab].json', ['a.json', 'b.json'], ['c.json']],
  ['[!ab].json', ['c.json'], ['a.json', '/.json']],
  ['{a,b/c}.json', ['a.json', 'b/c.json'], ['c.json']],
  ['a+(b).json', ['a+(b).json'], ['ab.json']],
  ['a]b.json', ['a]b.json'], ['ab.json']],
])('%s', (pattern, matching, others) => {
  const matches = globMatcher(pattern);
  expect(matching.filter((path) => !matches(path))).toEqual([]);
  expect(others.filter((path) => matches(path))).toEqual([]);
});

test('a pattern is told from a path, and begins where its fixed folders end', () => {
  expect([isGlob('a/b.yaml'), isGlob('a/*.yaml')]).toEqual([false, true]);
  expect([fixedFolder('a/b/*.yaml'), fixedFolder('*.yaml'), fixedFolder('a/b*/c')]).toEqual([
    'a/b/',
    '',
    'a/',
  ]);
});
