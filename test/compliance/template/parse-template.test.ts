import { parseTemplate } from '../../../lib/compliance/template/parse-template';
import { UnreadableInput } from '../../../lib/compliance/template/unreadable-input';

const resources = (yaml: string) =>
  parseTemplate(`Resources:\n${yaml.replaceAll(/^/gmu, '  ')}`, 'template.yaml')['Resources'];

test.each([
  ['!Ref A', { Ref: 'A' }],
  ['!GetAtt A.Arn', { 'Fn::GetAtt': 'A.Arn' }],
  ['!Sub "${A}/*"', { 'Fn::Sub': '${A}/*' }],
  ['!Sub ["${X}", {X: !Ref A}]', { 'Fn::Sub': ['${X}', { X: { Ref: 'A' } }] }],
  [
    '!Join [":", [a, !Ref A, !GetAtt [A, Arn]]]',
    { 'Fn::Join': [':', ['a', { Ref: 'A' }, { 'Fn::GetAtt': ['A', 'Arn'] }]] },
  ],
  ['!If [Is, !Ref A, !Ref "AWS::NoValue"]', { 'Fn::If': ['Is', { Ref: 'A' }, { Ref: 'AWS::NoValue' }] }],
  ['!Select [0, !Split [",", "a,b"]]', { 'Fn::Select': [0, { 'Fn::Split': [',', 'a,b'] }] }],
  ['!FindInMap [M, a, b]', { 'Fn::FindInMap': ['M', 'a', 'b'] }],
  ['!ImportValue {"Fn::Sub": "${S}-x"}', { 'Fn::ImportValue': { 'Fn::Sub': '${S}-x' } }],
  ['!Transform {Name: Include}', { 'Fn::Transform': { Name: 'Include' } }],
  ['!Condition Is', { Condition: 'Is' }],
  ['2012-10-17', '2012-10-17'],
  ['yes', true],
  ['Off', false],
  ['"yes"', 'yes'],
  ['0.0.0.0/0', '0.0.0.0/0'],
])('reads %s', (yaml, value) => {
  expect(resources(`A: ${yaml}`)).toEqual({ A: value });
});

test('reads an alias inside a short form', () => {
  expect(resources('A: &parts [a, b]\nB: !Join ["", *parts]')).toEqual({
    A: ['a', 'b'],
    B: { 'Fn::Join': ['', ['a', 'b']] },
  });
});

test('reads JSON, also behind a byte order mark', () => {
  expect(parseTemplate('\uFEFF {"Resources": {"A": {}}}', 't')).toEqual({ Resources: { A: {} } });
});

test('reads a stack without resources when that is allowed', () => {
  expect(parseTemplate('{"Parameters": {}}', 't', { resources: 'optional' })).toEqual({ Parameters: {} });
});

const BOMB = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...['b', 'c', 'd', 'e'].map(
    (name, index) =>
      `${name}: &${name} [${Array.from({ length: 9 }, () => `*${'abcd'[index] ?? ''}`).join(',')}]`,
  ),
  'Resources: {A: *e}',
].join('\n');

test.each([
  ['nothing', ''],
  ['a list', '[]'],
  ['a text', 'Resources'],
  ['JSON cut short', '{"Resources": {'],
  ['JSON followed by something', '{"Resources": {}} x'],
  ['no Resources', '{"Parameters": {}}'],
  ['Resources that are a list', '{"Resources": []}'],
  ['YAML cut short', 'Resources: {A: ['],
  ['a key written twice', 'Resources: {}\nResources: {A: {Type: T}}'],
  ['two documents', 'Resources: {}\n---\nResources: {A: {Type: T}}'],
  ['a tag of somebody else', 'Resources: {A: !!js/function "x"}'],
  ['aliases that multiply', BOMB],
  ['a value that contains itself', 'Resources: &r\n  A: *r'],
  ['a short form that contains itself', 'Resources:\n  A: &r !Join ["", *r]'],
  ['an alias of nothing', 'Resources: {A: *none}'],
  ['lists without end', `Resources: ${'['.repeat(50_000)}`],
])('refuses %s', (_name, text) => {
  expect(() => parseTemplate(text, 'template.yaml')).toThrow(UnreadableInput);
});

test('names the file and never quotes the text', () => {
  const secret = 'hunter2';
  for (const text of [`{"Resources": ${secret}`, `Resources: {A: [${secret}`, `- ${secret}`]) {
    expect(() => parseTemplate(text, 'stack.yaml')).toThrow(/^stack\.yaml: /u);
    expect(() => parseTemplate(text, 'stack.yaml')).not.toThrow(secret);
  }
});
