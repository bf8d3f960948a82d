import { occurrencesOf } from '../../../../lambda/redaction/detectors/occurrences';

test.each([
  ['every occurrence', 'Ana', 'Ana, and Ana.', [0, 9]],
  ['none inside a longer word', 'Ann', 'Annual visit of Ann', [16]],
  ['those inside words where there is no other', 'Ann', 'Annual, Annex', [0, 8]],
  ['a value that starts with a sign', '(555)', 'at (555)-1', [3]],
  ['overlapping ones', 'A-A', 'A-A-A', [0, 2]],
  ['none for nothing', '', 'Ana', []],
  ['none in another text', 'Zoe', 'Ana', []],
])('finds %s', (_, value, text, starts) => {
  expect(occurrencesOf(value, text)).toEqual(starts.map((start) => [start, start + value.length]));
});
