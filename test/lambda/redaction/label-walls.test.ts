import { outsideLabels } from '../../../lambda/redaction/label-walls';

function left(text: string, ...spans: readonly (readonly [number, number])[]): string[] {
  return outsideLabels(
    text,
    spans.map(([start, end]) => ({ start, end, category: 'NAME', detector: 'cloud', score: 0.9 })),
  ).map(({ start, end }) => text.slice(start, end));
}

test.each([
  ['a span beside a label stays whole', 'Ana [DATE]', [0, 3], ['Ana']],
  ['a span that is a label is nothing', 'on [DATE]', [3, 9], []],
  ['a span inside a label is nothing', 'on [DATE]', [4, 8], []],
  ['a span inside a token is nothing', 'by [NAME:a1B2c3D4e5F6g7H8]', [9, 13], []],
  ['a span over a label is what lies before and behind it', 'Ana [NAME] Qwelt', [0, 16], ['Ana ', ' Qwelt']],
  ['a span that ends in a label ends before it', 'Ana [NAME]', [0, 7], ['Ana ']],
  ['brackets that are no label are text', 'Ana [NAMES]', [0, 11], ['Ana [NAMES]']],
] as const)('%s', (_, text, span, pieces) => {
  expect(left(text, span)).toEqual(pieces);
});

test('several labels are cut out of several spans', () => {
  expect(left('a [AGE_OVER_89] b [IP] c [SSN] d', [0, 18], [16, 32])).toEqual([
    'a ',
    ' b ',
    'b ',
    ' c ',
    ' d',
  ]);
});
