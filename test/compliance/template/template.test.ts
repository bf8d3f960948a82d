import { Assembly } from '../../../lib/compliance/template/assembly';
import type { JsonObject } from '../../../lib/compliance/template/json';
import { assemblyOf, resource, source } from '../../support/judge-template';

const parse = (text: string) => JSON.parse(text) as JsonObject;

test('logical ids that name prototype members are resources like any other', () => {
  const ids = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
  const resources = ids.map((id) => `"${id}": {"Type": "AWS::S3::Bucket"}`).join(',');
  const assembly = assemblyOf(parse(`{"Resources": {${resources}}}`));
  expect(assembly.resourcesOf('AWS::S3::Bucket').map(({ logicalId }) => logicalId)).toEqual(ids);
  expect(assembly.templates[0]?.resource('__proto__')?.type).toBe('AWS::S3::Bucket');
  expect(assembly.templates[0]?.resource('valueOf')).toBeUndefined();
  expect(assembly.templates[0]?.parameter('constructor')).toBeUndefined();
});

test('sections and resources that are no objects are passed over', () => {
  const odd = {
    Resources: { A: null, B: [], C: 'x', D: { Type: 7 } },
    Parameters: [],
    Mappings: null,
    Outputs: 'x',
  };
  const [template] = assemblyOf(odd).templates;
  expect(template?.resources.map(({ logicalId, type }) => [logicalId, type])).toEqual([
    ['A', ''],
    ['B', ''],
    ['C', ''],
    ['D', ''],
  ]);
  expect(template?.parameter('A')).toBeUndefined();
  expect(template?.mapping('A')).toBeUndefined();
});

test('properties that are no object have no members', () => {
  const [template] = assemblyOf({
    Resources: { A: { Type: 'T', Properties: ['x'] }, B: { Type: 'T' } },
  }).templates;
  for (const id of ['A', 'B']) {
    expect(template?.resource(id)?.property('X.Y').values).toEqual([{ kind: 'absent' }]);
  }
});

test('metadata tells the construct path', () => {
  const metadata = { 'aws:cdk:path': 'App/Stack/Bucket' };
  const [template] = assemblyOf({ Resources: { A: resource('T', {}, { Metadata: metadata }) } }).templates;
  expect(template?.resource('A')?.constructPath).toBe('App/Stack/Bucket');
  expect(template?.resource('A')?.metadata('toString')).toBeUndefined();
});

test('a template that is listed twice is read once', () => {
  const body = { Resources: { A: resource('T') } };
  expect(new Assembly([source(body, 'a'), source(body, 'a')]).resourcesOf('T')).toHaveLength(1);
});
