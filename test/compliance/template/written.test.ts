import { writtenAs, writtenAt } from '../../../lib/compliance/template/written';
import type { Json } from '../../../lib/compliance/template/json';
import { assemblyOf, body, either, NOTHING, ref, resource } from '../../support/judge-template';

const parameters = {
  Parameters: {
    Shown: { Type: 'String' },
    Hidden: { Type: 'String', NoEcho: 'true', Default: 'preset' },
    Named: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/name' },
  },
};

function kindsOf(expression: Json): readonly string[] {
  const [template] = assemblyOf(body({ Bucket: resource('AWS::S3::Bucket') }, parameters)).templates;
  if (!template) throw new Error('no template');
  return writtenAs(expression, template).map(({ kind }) => kind);
}

test.each<[string, Json, readonly string[]]>([
  ['text', 'plain', ['literal']],
  ['a number', 7, ['literal']],
  ['a reference to the name of the stack', ref('AWS::StackName'), ['literal']],
  ['nothing', NOTHING, ['absent']],
  ['a parameter', ref('Shown'), ['parameter']],
  ['an attribute', { 'Fn::GetAtt': ['Bucket', 'Arn'] }, ['resource']],
  ['an attribute in short', { 'Fn::GetAtt': 'Bucket.Arn' }, ['resource']],
  ['a secret', '{{resolve:secretsmanager:x}}', ['dynamic']],
  [
    'a secret in pieces',
    { 'Fn::Join': ['', ['{{resolve:secretsmanager:', ref('Bucket'), '}}']] },
    ['dynamic'],
  ],
  ['a secret with a variable', { 'Fn::Sub': '{{resolve:ssm-secure:/${Shown}}}' }, ['dynamic']],
  ['text in pieces', { 'Fn::Join': ['-', ['a', 'b']] }, ['literal']],
  ['text around a parameter', { 'Fn::Sub': ['x-${v}', { v: ref('Shown') }] }, ['parameter']],
  ['a literal variable', { 'Fn::Sub': '${!Literal}' }, ['literal']],
  ['both branches', either('plain', ref('Shown')), ['literal', 'parameter']],
  ['base64 of text', { 'Fn::Base64': 'plain' }, ['literal']],
  ['an import', { 'Fn::ImportValue': 'elsewhere' }, ['unknown']],
  ['a reference to nothing', ref('Nobody'), ['unknown']],
  ['a malformed call', { 'Fn::Join': 'x' }, ['unknown']],
])('%s', (_, expression, kinds) => {
  expect(kindsOf(expression)).toEqual(kinds);
});

test('tells whether a parameter is hidden and preset; the default of a stored one is its name', () => {
  const [template] = assemblyOf(body({}, parameters)).templates;
  if (!template) throw new Error('no template');
  expect(['Shown', 'Hidden', 'Named'].flatMap((name) => writtenAs(ref(name), template))).toEqual([
    { kind: 'parameter', name: 'Shown', hidden: false, preset: false },
    { kind: 'parameter', name: 'Hidden', hidden: true, preset: true },
    { kind: 'parameter', name: 'Named', hidden: false, preset: false },
  ]);
});

test('finds each member of lists, with its path', () => {
  const users = { Users: [{ Password: 'a' }, { Password: ['b', ref('Shown')] }, {}] };
  const [template] = assemblyOf(body({ Broker: resource('X', users) }, parameters)).templates;
  const broker = template?.resource('Broker');
  if (!broker) throw new Error('no resource');
  expect(writtenAt(broker, 'Users.*.Password').map(({ path, written }) => [path, written.kind])).toEqual([
    ['Properties.Users.0.Password', 'literal'],
    ['Properties.Users.1.Password.0', 'literal'],
    ['Properties.Users.1.Password.1', 'parameter'],
    ['Properties.Users.2.Password', 'absent'],
  ]);
});

test('gives up on conditions without end', () => {
  let deep: Json = 'x';
  for (let level = 0; level < 200; level += 1) deep = either(deep, deep);
  expect(kindsOf(deep)).toContain('unknown');
});
