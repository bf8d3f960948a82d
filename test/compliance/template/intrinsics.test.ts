import { resolve } from '../../../lib/compliance/template/intrinsics';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { Assembly } from '../../../lib/compliance/template/assembly';
import type { Template } from '../../../lib/compliance/template/template';
import { textOf, type Value } from '../../../lib/compliance/template/value';
import { assemblyOf, source } from '../../support/judge-template';
import { cpuMs } from '../../support/cpu-time';

function first(assembly: Assembly): Template {
  const [template] = assembly.templates;
  if (!template) throw new Error('no template');
  return template;
}

const BODY: JsonObject = {
  Parameters: {
    Bare: { Type: 'String' },
    Preset: { Type: 'String', Default: 'preset' },
    Chosen: { Type: 'String', AllowedValues: ['a', 'b'], Default: 'a' },
    Listed: { Type: 'CommaDelimitedList', Default: 'x, y' },
    Looked: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/a/b' },
  },
  Mappings: { Sizes: { small: { days: 7 }, large: { days: 2192 } } },
  Resources: { Bucket: { Type: 'AWS::S3::Bucket' }, constructor: { Type: 'AWS::KMS::Key' } },
};
const template = first(new Assembly([{ ...source(BODY, 'main', 'Main'), region: 'eu-central-1' }]));

/** Values in short: what is written out as itself, anything else as its kind and text. */
function show(values: readonly Value[]): Json {
  return values.map((value) =>
    value.kind === 'literal'
      ? value.value
      : value.kind === 'unknown'
        ? '?'
        : `${value.kind}:${textOf(value) ?? ''}`,
  );
}
const read = (expression: Json) => show(resolve(expression, template));

test.each<[name: string, expression: Json, values: Json]>([
  ['a text', 'x', ['x']],
  ['null', null, ['absent:']],
  ['an object that is no function', { a: 1, Ref: 'Bucket' }, [{ a: 1, Ref: 'Bucket' }]],
  ['a dynamic reference', '{{resolve:secretsmanager:x}}', ['?']],
  ['a text with a dynamic reference in it', 'a-{{resolve:ssm:x}}', ['text:a-${resolve:ssm:x}']],
  ['Ref to a resource', { Ref: 'Bucket' }, ['reference:${Bucket}']],
  ['Ref to a resource named like a prototype member', { Ref: 'constructor' }, ['reference:${constructor}']],
  ['Ref to a prototype member that is no resource', { Ref: 'toString' }, ['?']],
  ['Ref to nothing', { Ref: 'AWS::NoValue' }, ['absent:']],
  ['Ref to the Region', { Ref: 'AWS::Region' }, ['eu-central-1']],
  ['Ref to the stack', { Ref: 'AWS::StackName' }, ['Main']],
  ['Ref to the account', { Ref: 'AWS::AccountId' }, ['text:${AWS::AccountId}']],
  ['Ref to a parameter without default', { Ref: 'Bare' }, ['?']],
  ['Ref to a parameter with default', { Ref: 'Preset' }, ['preset']],
  ['Ref to a parameter with a choice', { Ref: 'Chosen' }, ['a', 'b']],
  ['Ref to a list parameter', { Ref: 'Listed' }, [['x', 'y']]],
  ['Ref to a parameter that is looked up', { Ref: 'Looked' }, ['?']],
  ['Ref to no text', { Ref: 1 }, ['?']],
  ['Fn::GetAtt as a list', { 'Fn::GetAtt': ['Bucket', 'Arn'] }, ['reference:${Bucket.Arn}']],
  ['Fn::GetAtt as a text', { 'Fn::GetAtt': 'Bucket.A.B' }, ['reference:${Bucket.A.B}']],
  ['Fn::GetAtt of nothing', { 'Fn::GetAtt': ['None', 'Arn'] }, ['?']],
  ['Fn::GetAtt malformed', { 'Fn::GetAtt': 7 }, ['?']],
  ['Fn::If', { 'Fn::If': ['c', true, { Ref: 'AWS::NoValue' }] }, [true, 'absent:']],
  ['Fn::If malformed', { 'Fn::If': ['c', true] }, ['?']],
  ['Fn::Sub', { 'Fn::Sub': '${AWS::Region}-${Preset}' }, ['eu-central-1-preset']],
  ['Fn::Sub with an attribute', { 'Fn::Sub': '${Bucket.Arn}/*' }, ['text:${Bucket.Arn}/*']],
  ['Fn::Sub that is one reference', { 'Fn::Sub': '${Bucket.Arn}' }, ['reference:${Bucket.Arn}']],
  [
    'Fn::Sub with variables',
    { 'Fn::Sub': ['${A}-${Preset}', { A: { Ref: 'Chosen' } }] },
    ['a-preset', 'b-preset'],
  ],
  ['Fn::Sub with an escape', { 'Fn::Sub': '${!A}' }, ['${A}']],
  ['Fn::Sub with a hole', { 'Fn::Sub': 'x-${Bare}' }, ['?']],
  ['Fn::Sub of a prototype member', { 'Fn::Sub': ['${constructor}', {}] }, ['reference:${constructor}']],
  ['Fn::Sub malformed', { 'Fn::Sub': [1] }, ['?']],
  ['Fn::Join', { 'Fn::Join': ['-', ['a', { Ref: 'Preset' }]] }, ['a-preset']],
  [
    'Fn::Join with something open',
    { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }]] },
    ['text:arn:${AWS::Partition}'],
  ],
  ['Fn::Join of one reference', { 'Fn::Join': ['', ['', { Ref: 'Bucket' }]] }, ['reference:${Bucket}']],
  ['Fn::Join of a list parameter', { 'Fn::Join': [',', { Ref: 'Listed' }] }, ['x,y']],
  ['Fn::Join of a list that is not known', { 'Fn::Join': [',', { Ref: 'Bare' }] }, ['?']],
  ['Fn::Select', { 'Fn::Select': ['1', ['a', 'b']] }, ['b']],
  ['Fn::Select past the end', { 'Fn::Select': [7, ['a']] }, ['?']],
  ['Fn::Select of Fn::Split', { 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b'] }] }, ['b']],
  ['Fn::Split of something open', { 'Fn::Split': ['/', { Ref: 'AWS::AccountId' }] }, ['?']],
  ['Fn::Split by nothing', { 'Fn::Split': ['', 'ab'] }, ['?']],
  ['Fn::FindInMap', { 'Fn::FindInMap': ['Sizes', 'large', 'days'] }, [2192]],
  ['Fn::FindInMap by what is not known', { 'Fn::FindInMap': ['Sizes', { Ref: 'Bare' }, 'days'] }, [7, 2192]],
  ['Fn::FindInMap of no map', { 'Fn::FindInMap': ['None', 'a', 'b'] }, ['?']],
  ['Fn::FindInMap of a prototype member', { 'Fn::FindInMap': ['Sizes', '__proto__', 'days'] }, ['?']],
  ['Fn::ImportValue from elsewhere', { 'Fn::ImportValue': 'none' }, ['?']],
  [
    'Fn::GetStackOutput from elsewhere',
    { 'Fn::GetStackOutput': { StackName: 'None', OutputName: 'A' } },
    ['?'],
  ],
  ['Fn::GetStackOutput malformed', { 'Fn::GetStackOutput': 'None' }, ['?']],
  ['any other function', { 'Fn::GetAZs': '' }, ['?']],
])('reads %s', (_name, expression, values) => {
  expect(read(expression)).toEqual(values);
});

describe('across stacks', () => {
  const far: JsonObject = {
    Resources: { Key: { Type: 'AWS::KMS::Key' } },
    Outputs: {
      Arn: {
        Value: { 'Fn::GetAtt': ['Key', 'Arn'] },
        Export: { Name: { 'Fn::Sub': '${AWS::StackName}-key' } },
      },
      Broken: { Export: { Name: 'broken' } },
    },
  };
  const seenFrom = (expression: Json) => {
    const [value] = resolve(expression, first(assemblyOf({ Resources: {} }, far)));
    return value?.kind === 'reference' ? `${value.template.path} ${value.logicalId}` : value?.kind;
  };

  test('an import leads to the resource behind the export, whose name may be an expression', () => {
    expect(seenFrom({ 'Fn::ImportValue': 'Stack2-key' })).toBe('stack-2 Key');
  });

  test('a stack output leads to the resource behind it', () => {
    expect(seenFrom({ 'Fn::GetStackOutput': { StackName: 'Stack2', OutputName: 'Arn' } })).toBe(
      'stack-2 Key',
    );
  });

  test('a stack output of another Region is not taken', () => {
    const sources = [source({ Resources: {} }, 'a', 'A'), { ...source(far, 'b', 'B'), region: 'eu-west-1' }];
    const read = (region: string) =>
      resolve(
        { 'Fn::GetStackOutput': { StackName: 'B', OutputName: 'Arn', Region: region } },
        first(new Assembly(sources)),
      ).map(({ kind }) => kind);
    expect(read('eu-west-1')).toEqual(['reference']);
    expect(read('us-east-1')).toEqual(['unknown']);
  });

  test('an export without a value, and an output that is not there, are unknown', () => {
    expect(seenFrom({ 'Fn::ImportValue': 'broken' })).toBe('unknown');
    expect(seenFrom({ 'Fn::GetStackOutput': { StackName: 'Stack2', OutputName: 'toString' } })).toBe(
      'unknown',
    );
  });
});

describe('nested stacks', () => {
  const nested: JsonObject = {
    Parameters: { KeyArn: { Type: 'String' }, Days: { Type: 'Number', Default: 7 } },
    Resources: { Bucket: { Type: 'AWS::S3::Bucket' } },
    Outputs: { Name: { Value: { Ref: 'Bucket' } } },
  };
  const parent: JsonObject = {
    Resources: {
      Key: { Type: 'AWS::KMS::Key' },
      Inner: {
        Type: 'AWS::CloudFormation::Stack',
        Properties: { Parameters: { KeyArn: { 'Fn::GetAtt': ['Key', 'Arn'] } } },
      },
    },
  };
  const assembly = new Assembly([
    { ...source(parent, 'parent', 'Parent'), nestedStacks: new Map([['Inner', 'nested']]) },
    source(nested, 'nested'),
  ]);
  const within = (path: string, expression: Json) => {
    const inside = assembly.template(path);
    return inside && show(resolve(expression, inside));
  };

  test('a parameter is what the parent passes', () => {
    expect(within('nested', { Ref: 'KeyArn' })).toEqual(['reference:${Key.Arn}']);
  });

  test('a parameter the parent does not pass is its default', () => {
    expect(within('nested', { Ref: 'Days' })).toEqual([7]);
  });

  test('an output is what the nested stack says', () => {
    expect(within('parent', { 'Fn::GetAtt': ['Inner', 'Outputs.Name'] })).toEqual(['reference:${Bucket}']);
    expect(within('parent', { 'Fn::GetAtt': ['Inner', 'Outputs.None'] })).toEqual([
      'reference:${Inner.Outputs.None}',
    ]);
  });
});

describe('hostile expressions', () => {
  test('nested without end are unknown', () => {
    let expression: Json = 'x';
    for (let depth = 0; depth < 5000; depth += 1)
      expression = { 'Fn::If': ['c', expression, { Ref: 'AWS::NoValue' }] };
    expect(resolve(expression, template).some(({ kind }) => kind === 'unknown')).toBe(true);
  });

  test('with too many values are unknown', () => {
    const either = { 'Fn::If': ['c', 'a', 'b'] };
    expect(read({ 'Fn::Join': ['', Array.from({ length: 60 }, () => either)] })).toEqual(['?']);
  });

  test.each([
    ['one import', [{ 'Fn::ImportValue': 'loop' }]],
    ['many imports', Array.from({ length: 10 }, () => ({ 'Fn::ImportValue': 'loop' }))],
  ])('that import themselves by %s come to an end', (_name, imports) => {
    const loop: JsonObject = {
      Resources: {},
      Outputs: { Loop: { Value: { 'Fn::Join': ['', imports] }, Export: { Name: 'loop' } } },
    };
    const ms = cpuMs(() =>
      expect(show(resolve({ 'Fn::ImportValue': 'loop' }, first(assemblyOf(loop))))).toEqual(['?']),
    );
    expect(ms).toBeLessThan(5_000);
  });

  test('that double a text at every step come to an end', () => {
    let expression: Json = 'x'.repeat(1000);
    for (let depth = 0; depth < 30; depth += 1) expression = { 'Fn::Sub': ['${A}${A}', { A: expression }] };
    expect(read(expression)).toEqual(['?']);
  });

  test('that repeat a long text come to an end', () => {
    expect(read({ 'Fn::Sub': ['${A}'.repeat(5000), { A: 'x'.repeat(100_000) }] })).toEqual(['?']);
  });

  test('a nested stack whose parameter is its own output comes to an end', () => {
    const selfish: JsonObject = {
      Parameters: { P: { Type: 'String' } },
      Resources: {
        Inner: {
          Type: 'AWS::CloudFormation::Stack',
          Properties: { Parameters: { P: { 'Fn::GetAtt': ['Inner', 'Outputs.O'] } } },
        },
      },
      Outputs: { O: { Value: { Ref: 'P' } } },
    };
    const assembly = new Assembly([
      { ...source(selfish, 'self'), nestedStacks: new Map([['Inner', 'self']]) },
    ]);
    expect(show(resolve({ Ref: 'P' }, first(assembly)))).toEqual(['?']);
  });
});
