import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as fc from 'fast-check';
import { judgeInput, type InputResult } from '../../../lib/compliance/check/judge-input';
import { ruleSet } from '../../../lib/compliance/rule-set';
import { RULES } from '../../../lib/compliance/rules/registry';
import { hipaaAiCommand } from '../../support/cdk-cli';
import { cpuMs } from '../../support/cpu-time';

jest.setTimeout(120_000);

const directory = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-hostile-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const STRICT = ruleSet(RULES, { profile: 'strict' });

function write(name: string, content: string | Buffer): string {
  const file = path.join(directory, name);
  writeFileSync(file, content);
  return file;
}

function judged(content: string | Buffer, name = 'hostile'): InputResult {
  return judgeInput({ kind: 'template', name, file: write(name, content), isNamed: true }, STRICT, {});
}

/** What a run may come to: `open` has findings or unknowns, and exits 1. */
function outcomeOf(result: InputResult): 'unreadable' | 'open' | 'passes' {
  if (result.kind !== 'judged') return 'unreadable';
  return result.report.findings.length > 0 ? 'open' : 'passes';
}

const DEEP = 100_000;
const bucket = (properties: string) =>
  `{"Resources":{"A":{"Type":"AWS::S3::Bucket","Properties":${properties}}}}`;
const yaml = (properties: string) =>
  `Resources:\n  A:\n    Type: AWS::S3::Bucket\n    Properties: ${properties}\n`;
const BOMB = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...'bcdefghi'.split('').map(
    (name, index) =>
      `${name}: &${name} [${Array(9)
        .fill(`*${'abcdefgh'[index] ?? ''}`)
        .join(',')}]`,
  ),
  'Resources: {A: *i}',
].join('\n');

/** Whatever a template holds, a run never passes for not having looked. */
const HOSTILE: readonly (readonly [
  name: string,
  content: string | Buffer,
  outcome: 'unreadable' | 'open',
])[] = [
  ['objects nested 100,000 deep', bucket(`${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}`), 'unreadable'],
  ['lists nested 100,000 deep', bucket(`${'['.repeat(DEEP)}${']'.repeat(DEEP)}`), 'unreadable'],
  ['YAML lists nested 100,000 deep', yaml(`${'['.repeat(DEEP)}${']'.repeat(DEEP)}`), 'unreadable'],
  ['YAML maps nested 100,000 deep', yaml(`${'{a: '.repeat(DEEP)}1${'}'.repeat(DEEP)}`), 'unreadable'],
  ['dashes nested 100,000 deep', yaml(`\n      ${'- '.repeat(DEEP)}x`), 'unreadable'],
  ['questions nested 100,000 deep', yaml(`\n      ${'? '.repeat(DEEP)}x`), 'unreadable'],
  ['short forms nested 100,000 deep', yaml('!Sub [ '.repeat(DEEP)), 'unreadable'],
  ['intrinsics nested 200 deep', bucket(`${'{"Fn::If":["C",'.repeat(80)}1${',1]}'.repeat(80)}`), 'open'],
  ['a value that contains itself', 'Resources: &a\n  A: *a\n', 'unreadable'],
  ['aliases that multiply', BOMB, 'unreadable'],
  ['an alias to nothing', yaml('*nowhere'), 'unreadable'],
  [
    'a member twice in JSON',
    '{"Resources":{"A":{"Type":"AWS::S3::Bucket","Type":"AWS::SNS::Topic"}}}',
    'unreadable',
  ],
  [
    'a member twice, once escaped',
    '{"Resources":{"A":{"Type":"Custom::A"},"\\u0041":{"Type":"Custom::B"}}}',
    'unreadable',
  ],
  ['a key twice in YAML', 'Resources:\n  A: {Type: Custom::A}\n  A: {Type: Custom::B}\n', 'unreadable'],
  [
    'two documents in one file',
    'Resources: {}\n---\nResources: {A: {Type: "AWS::S3::Bucket"}}\n',
    'unreadable',
  ],
  ['a tag that makes objects', yaml('!!js/function "() => 1"'), 'unreadable'],
  ['a number out of range', bucket('{"MaxKeys":1e999}'), 'unreadable'],
  ['a YAML number out of range', yaml('{Max: .inf}'), 'unreadable'],
  [
    'bytes that are no UTF-8',
    Buffer.from([...Buffer.from('{"Resources":{"'), 0xff, ...Buffer.from('":{}}}')]),
    'unreadable',
  ],
  ['NUL between the members', '{"Resources":\0{"A":{"Type":"AWS::S3::Bucket"}}}', 'unreadable'],
  ['tabs for indentation', 'Resources:\n\tA:\n\t\tType: AWS::S3::Bucket\n', 'unreadable'],
  ['resources that are a list', '{"Resources":[{"Type":"AWS::S3::Bucket"}]}', 'unreadable'],
  ['resources that are a text', '{"Resources":"AWS::S3::Bucket"}', 'unreadable'],
  ['nothing but a byte order mark', '\uFEFF', 'unreadable'],
  ['a resource that is a text', '{"Resources":{"A":"AWS::S3::Bucket"}}', 'open'],
  ['a resource that is a list', '{"Resources":{"A":[{"Type":"AWS::S3::Bucket"}]}}', 'open'],
  ['a resource that is null', '{"Resources":{"A":null}}', 'open'],
  ['a resource without a type', '{"Resources":{"A":{"Properties":{}}}}', 'open'],
  ['a type that is an expression', '{"Resources":{"A":{"Type":{"Ref":"T"}}}}', 'open'],
  ['a type in small letters', '{"Resources":{"A":{"Type":"aws s3 bucket"}}}', 'open'],
  ['a type with a space behind it', '{"Resources":{"A":{"Type":"AWS::S3::Bucket "}}}', 'open'],
  ['properties that are a list', '{"Resources":{"A":{"Type":"Custom::A","Properties":[]}}}', 'open'],
  ['a prototype name for a logical id', '{"Resources":{"__proto__":{"Type":"AWS::S3::Bucket"}}}', 'open'],
  ['another prototype name', 'Resources: {constructor: {Type: "AWS::S3::Bucket"}}', 'open'],
  ['a lone surrogate in a logical id', '{"Resources":{"\\ud800":{"Type":"AWS::S3::Bucket"}}}', 'open'],
  ['NUL in a logical id', '{"Resources":{"\\u0000":{"Type":"AWS::S3::Bucket"}}}', 'open'],
  [
    'a logical id of a million letters',
    `{"Resources":{"${'A'.repeat(1e6)}":{"Type":"AWS::S3::Bucket"}}}`,
    'open',
  ],
  ['a million backslashes', bucket(`{"BucketName":"${'\\\\'.repeat(1e6)}"}`), 'open'],
  ['a byte order mark', `\uFEFF${bucket('{}')}`, 'open'],
  ['UTF-16', Buffer.from(`\uFEFF${bucket('{}')}`, 'utf16le'), 'open'],
  ['UTF-16 in the other order', Buffer.from(`\uFEFF${bucket('{}')}`, 'utf16le').swap16(), 'open'],
  ['line ends of Windows', yaml('{}').replaceAll('\n', '\r\n'), 'open'],
  ['a macro', '{"Transform":"Mine","Resources":{}}', 'open'],
  ['an include beside the resources', '{"Transform":{"Name":"AWS::Include"},"Resources":{}}', 'open'],
  ['an include among the resources', '{"Resources":{"Fn::Transform":{"Name":"AWS::Include"}}}', 'open'],
  [
    'a loop over what nobody knows',
    '{"Transform":"AWS::LanguageExtensions","Resources":{"Fn::ForEach::A":["X",{"Ref":"P"},{"B${X}":{"Type":"AWS::S3::Bucket"}}]}}',
    'open',
  ],
  [
    'a loop without its transform',
    '{"Resources":{"Fn::ForEach::A":["X",["a"],{"B${X}":{"Type":"AWS::S3::Bucket"}}]}}',
    'open',
  ],
  [
    'a loop that multiplies',
    `{"Transform":"AWS::LanguageExtensions","Resources":{"Fn::ForEach::A":["X",${JSON.stringify(Array.from({ length: 300 }, (_, n) => `x${n}`))},{"Fn::ForEach::B":["Y",${JSON.stringify(Array.from({ length: 300 }, (_, n) => `y${n}`))},{"C\${X}\${Y}":{"Type":"Custom::C"}}]}]}}`,
    'open',
  ],
  [
    'conditions in a circle',
    '{"Conditions":{"A":{"Condition":"B"},"B":{"Condition":"A"}},"Resources":{"A":{"Type":"AWS::S3::Bucket","Condition":"A"}}}',
    'open',
  ],
  [
    'serverless parts of any shape',
    '{"Globals":7,"Resources":{"A":{"Type":"AWS::Serverless::Function","Properties":{"Events":[1],"Policies":{"a":1},"FunctionUrlConfig":"x","DeadLetterQueue":[],"Tags":[]}}}}',
    'open',
  ],
];

describe('a template with', () => {
  test.each(HOSTILE)('%s is never passed', (_name, content, outcome) => {
    expect(cpuMs(() => expect(outcomeOf(judged(content))).toBe(outcome))).toBeLessThan(20_000);
  });
});

test('30,000 resources of YAML, and 50 MB of JSON, are judged', () => {
  const many = Array.from({ length: 30_000 }, (_, n) => `  Q${n}:\n    Type: Custom::Q\n`).join('');
  const large = bucket(`{"BucketName":"${'x'.repeat(50_000_000)}"}`);
  for (const [content, resources] of [
    [`Resources:\n${many}`, 30_000],
    [large, 1],
  ] as const) {
    const ms = cpuMs(() => {
      const result = judged(content);
      expect(result.kind === 'judged' ? result.report.summary.resources : result).toBe(resources);
    });
    expect(ms).toBeLessThan(60_000);
  }
});

const member = fc.constantFrom(
  'Type',
  'Properties',
  'Ref',
  'Fn::Sub',
  'Fn::If',
  'Fn::GetAtt',
  'Fn::Transform',
  'Fn::ForEach::X',
  'Statement',
  '__proto__',
  'Policies',
  'Events',
  'Condition',
);
const text = fc.oneof(
  fc.constantFrom(
    'AWS::S3::Bucket',
    'AWS::Serverless::Function',
    'AWS::Serverless::Api',
    'AWS::IAM::Role',
    '${A}',
    'A.Arn',
    '',
  ),
  fc.string(),
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(member, fc.string()), tie('value'), { maxKeys: 5 }),
  ),
}));

test('anything in the shape of a template is judged without a rule failing', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.record({ Type: text, Properties: value, Condition: value }), {
        maxKeys: 4,
      }),
      fc.constantFrom(undefined, 'AWS::LanguageExtensions', 'AWS::Serverless-2016-10-31'),
      value,
      (resources, transform, other) => {
        const body = JSON.stringify({
          Transform: transform,
          Globals: other,
          Conditions: other,
          Resources: resources,
        });
        const result = judged(body, 'fuzzed');
        const crashes =
          result.kind === 'judged'
            ? result.report.findings.filter(({ message }) => message.includes('nothing was checked'))
            : [];
        expect(crashes).toEqual([]);
        expect(['judged', 'unreadable']).toContain(result.kind);
      },
    ),
    { numRuns: 300 },
  );
});

test('any text is read or refused, never more than that', () => {
  const pieces = fc.constantFrom(
    'Resources',
    ':',
    '\n',
    '  ',
    '- ',
    '{',
    '}',
    '[',
    ']',
    '&a',
    '*a',
    '!Ref',
    '"',
    "'",
    '|',
    '>',
    '<<',
    '#',
    ',',
    '\t',
    '\u0000',
    '\uFEFF',
    'AWS::S3::Bucket',
    'Type',
    '%',
    '---',
    '?',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 40 }), (parts) => {
      expect(['judged', 'unreadable']).toContain(judged(parts.join(''), 'text').kind);
    }),
    { numRuns: 500 },
  );
});

describe('through the command line,', () => {
  test.each([
    ['depth', bucket(`${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}`), 2],
    ['YAML depth', yaml(`${'['.repeat(DEEP)}${']'.repeat(DEEP)}`), 2],
    ['aliases that multiply', BOMB, 2],
    ['a member twice', '{"Resources":{"A":{"Type":"Custom::A","Type":"Custom::B"}}}', 2],
    ['a resource that is a text', '{"Resources":{"A":"AWS::S3::Bucket"}}', 1],
    ['64 million letters and more', bucket(`{"BucketName":"${'x'.repeat(68_000_000)}"}`), 2],
    ['20 MB, judged in a thread of its own', bucket(`{"BucketName":"${'x'.repeat(20_000_000)}"}`), 1],
  ])('%s ends with a verdict and without a stack', async (name, content, expected) => {
    const file = write(`${name.replaceAll(/\W/gu, '-')}.template`, content);
    const { code, stderr } = await hipaaAiCommand('check', '--quiet', file);
    expect(code).toBe(expected);
    expect(stderr).not.toMatch(/\n\s+at /u);
  });
});
