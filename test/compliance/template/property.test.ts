import { Property } from '../../../lib/compliance/template/property';
import type { Json } from '../../../lib/compliance/template/json';
import { assemblyOf, body, either, NOTHING, OPEN, resource } from '../../support/judge-template';

const [template] = assemblyOf(body({ Bucket: resource('AWS::S3::Bucket') })).templates;

function property(expression: Json): Property {
  if (!template) throw new Error('no template');
  return Property.of('P', expression, template);
}
const kinds = (found: Property) => found.values.map(({ kind }) => kind);

test('a step into an object names its path and value', () => {
  const found = property({ A: { B: 'x' } }).at('A.B');
  expect(found.path).toBe('P.A.B');
  expect(found.texts()).toEqual(['x']);
});

test('a step into nothing, a text or past the end of a list is absent', () => {
  expect(kinds(property({}).at('A.B'))).toEqual(['absent']);
  expect(kinds(property('x').at('A'))).toEqual(['absent']);
  expect(kinds(property(['x']).at('7'))).toEqual(['absent']);
});

test('a step into something unknown is unknown', () => {
  expect(kinds(property(OPEN).at('A.B'))).toEqual(['unknown']);
  expect(kinds(property({ Ref: 'Bucket' }).at('A'))).toEqual(['unknown']);
});

test('prototype members are no members', () => {
  expect(kinds(property({}).at('constructor'))).toEqual(['absent']);
  expect(kinds(property({}).at('__proto__.toString'))).toEqual(['absent']);
});

test('both branches of a condition count', () => {
  expect(kinds(property({ A: either('x', NOTHING) }).at('A'))).toEqual(['literal', 'absent']);
  expect(
    property(either({ A: 'x' }, { A: 'y' }))
      .at('A')
      .texts(),
  ).toEqual(['x', 'y']);
});

test('alternatives are one property each, under the same path', () => {
  const found = property(either('x', 'y')).alternatives();
  expect(found.map((each) => [each.path, ...each.texts()])).toEqual([
    ['P', 'x'],
    ['P', 'y'],
  ]);
});

test('items of a list have paths; a lone object is a list of one', () => {
  expect(
    property(['a', NOTHING, 'c'])
      .items()
      .map(({ path }) => path),
  ).toEqual(['P.0', 'P.2']);
  expect(
    property({ A: 1 })
      .items()
      .map(({ path }) => path),
  ).toEqual(['P']);
  expect(property(NOTHING).items()).toEqual([]);
});

test('a list of texts tells what is missing in it and what may change', () => {
  expect(property(['a', 'b']).list()).toEqual({ texts: ['a', 'b'], hasGaps: false, varies: false });
  expect(property('a').list()).toEqual({ texts: ['a'], hasGaps: false, varies: false });
  expect(property(['a', OPEN]).list()).toEqual({ texts: ['a'], hasGaps: true, varies: false });
  expect(property(['a', either('b', NOTHING)]).list()).toEqual({
    texts: ['a', 'b'],
    hasGaps: false,
    varies: true,
  });
  expect(property([{ A: 1 }]).list()).toEqual({ texts: [], hasGaps: true, varies: false });
});

test('a path with more values than can be enumerated is unknown', () => {
  const many = (depth: number): Json =>
    depth === 0 ? { A: either('x', 'y') } : either(many(depth - 1), many(depth - 1));
  expect(kinds(property(many(6)).at('A'))).toEqual(['unknown']);
});

test('targets are the resources referred to', () => {
  expect(
    property(either({ Ref: 'Bucket' }, 'x'))
      .targets()
      .map(({ logicalId }) => logicalId),
  ).toEqual(['Bucket']);
});
