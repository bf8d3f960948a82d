import { codePointOffsets } from '../../../../lambda/redaction/detectors/code-points';

test.each([
  ['abc', [0, 1, 2, 3]],
  ['a😀b', [0, 1, 3, 4]],
  ['', [0]],
  ['é', [0, 1]],
])('offsets of %j in code points are these in UTF-16 units: %j', (text, units) => {
  const offset = codePointOffsets(text);
  expect(units.map((_, codePoint) => offset(codePoint))).toEqual(units);
});

test.each([-1, 1.5, 3, Number.NaN])('%d is no offset of a text of two signs', (codePoint) => {
  expect(codePointOffsets('a😀')(codePoint)).toBeUndefined();
});
