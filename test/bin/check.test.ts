import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hipaaAiCommand } from '../support/cdk-cli';
import { commandHere } from '../support/command-here';

jest.setTimeout(30_000);

const directory = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-check-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const location = path.join(directory, name);
  writeFileSync(location, text);
  return location;
}

const goodKey = `
Resources:
  Key:
    Type: AWS::KMS::Key
    DeletionPolicy: Retain
    UpdateReplacePolicy: Retain
    Properties:
      EnableKeyRotation: true
      PendingWindowInDays: 30
      KeyPolicy:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: { AWS: !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/KeyAdministrator' }
            Action: [kms:PutKeyPolicy, kms:DescribeKey]
            Resource: '*'
`;
const badKey = goodKey.replace('EnableKeyRotation: true', 'EnableKeyRotation: false');

interface Report {
  readonly findings: readonly Readonly<Record<string, unknown>>[];
  readonly summary: Readonly<Record<string, number>>;
}

test('a template without findings exits 0 and says what was looked at', async () => {
  const { code, stdout } = await hipaaAiCommand('check', file('good.yaml', goodKey));
  expect(stdout).toMatch(/^0 findings, 0 unknown; \d+ rules on 1 resources in 1 templates/u);
  expect(code).toBe(0);
});

test('a record that holds until a day is judged on the day that is given', async () => {
  const table = file(
    'cohort.yaml',
    `
Resources:
  Cohort:
    Type: AWS::DynamoDB::Table
    Properties:
      Tags:
        - { Key: 'hipaa-ai:data-class', Value: DEIDENTIFIED }
        - { Key: 'hipaa-ai:deidentification', Value: expert-determination/DS-12/2027-06-30 }
`,
  );
  const on = (day: string) =>
    commandHere(['check', table, '--rules', 'governance-deidentification-recorded', '--as-of', day]);
  expect((await on('2027-06-30')).code).toBe(0);
  const late = await on('2027-07-01');
  expect(late.stdout).toContain('held until 2027-06-30');
  expect(late.code).toBe(1);
  expect((await on('tomorrow')).code).toBe(2);
});

test('a finding exits 1 and names rule, resource, property, fix and paragraph', async () => {
  const { code, stdout } = await commandHere(['check', file('bad.yaml', badKey)]);
  for (const part of [
    'kms-key-rotation',
    'bad.yaml#Key',
    'Properties.EnableKeyRotation',
    'fix:',
    '164.312(a)(2)(iv)',
  ]) {
    expect(stdout).toContain(part);
  }
  expect(code).toBe(1);
});

test('--format json prints findings a program can read', async () => {
  const { code, stdout } = await commandHere(['check', '--format', 'json', file('bad.yaml', badKey)]);
  const report = JSON.parse(stdout) as Report;
  expect(report.findings).toContainEqual(
    expect.objectContaining({
      rule: 'kms-key-rotation',
      severity: 'error',
      controls: ['164.312(a)(2)(iv)'],
      verdict: 'finding',
      template: expect.stringMatching(/\/bad\.yaml$/u) as unknown,
      logicalId: 'Key',
      resourceType: 'AWS::KMS::Key',
      property: 'Properties.EnableKeyRotation',
    }),
  );
  expect(report.summary).toMatchObject({ templates: 1, resources: 1 });
  expect(code).toBe(1);
});

test('JSON and YAML of the same template get the same findings', async () => {
  const json = JSON.stringify({ Resources: { Bucket: { Type: 'AWS::S3::Bucket' } } });
  const yaml = 'Resources:\n  Bucket:\n    Type: AWS::S3::Bucket\n';
  const [fromJson, fromYaml] = await Promise.all([
    commandHere(['check', '--format', 'json', file('same.json', json)]),
    commandHere(['check', '--format', 'json', file('same.yaml', yaml)]),
  ]);
  const rules = (text: string) =>
    (JSON.parse(text) as Report).findings.map(({ rule, property }) => [rule, property]);
  expect(rules(fromJson.stdout)).toEqual(rules(fromYaml.stdout));
  expect(fromJson.code).toBe(1);
});

test('a value that only the account knows is reported as unknown and exits 1', async () => {
  const text = `Parameters:\n  Rotate: { Type: String }\n${goodKey.replace('EnableKeyRotation: true', 'EnableKeyRotation: !Ref Rotate')}`;
  const { code, stdout } = await commandHere(['check', file('unknown.yaml', text)]);
  expect(stdout).toContain('cannot tell');
  expect(code).toBe(1);
});

test('nothing in a template can drive the terminal', async () => {
  const text = JSON.stringify({ Resources: { '\u001b[2J\u0007Evil': { Type: 'AWS::S3::Bucket' } } });
  const { code, stdout } = await commandHere(['check', file('escape.json', text)]);
  expect(stdout).toContain('Evil');
  expect(stdout).not.toContain('\u001b');
  expect(code).toBe(1);
});

describe('input that is no template exits 2 with a message and without a stack:', () => {
  test.each([
    ['a file that is not there', 'gone.yaml', undefined, /no such file/u],
    ['an empty file', 'empty.yaml', '', /not a CloudFormation template/u],
    ['JSON cut short', 'cut.json', '{"Resources": {', /not valid JSON/u],
    ['YAML with a fault', 'fault.yaml', 'Resources:\n  - [', /not valid YAML \(.*line 2/u],
    [
      'JSON without resources',
      'none.json',
      '{"AWSTemplateFormatVersion":"2010-09-09"}',
      /no 'Resources' object/u,
    ],
    ['a list', 'list.json', '[]', /top level is no object/u],
    ['resources that are a list', 'reslist.json', '{"Resources":[]}', /no 'Resources' object/u],
    ['a tag nobody knows', 'tag.yaml', 'Resources:\n  A: !Exec rm\n', /cannot be read safely/u],
  ])('%s', async (_, name, text, message) => {
    const location = text === undefined ? path.join(directory, name) : file(name, text);
    const { code, stdout, stderr } = await commandHere(['check', location]);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /u);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  test.each([
    ['no input', [], /give at least one template/u],
    ['two inputs that are not there', ['a', 'b'], /a: no such file.*\n.*b: no such file/u],
    ['a number of warnings that is none', ['--max-warnings', 'some', 'a'], /whole number/u],
    ['a profile nobody knows', ['--profile', 'gdpr', 'a'], /no profile 'gdpr'; give one of: hipaa/u],
    ['a rule nobody knows', ['--rules', 'no-such-*', 'a'], /no rule 'no-such-\*'/u],
    ['a format nobody knows', ['--format', 'xml', 'a'], /give one of: table, sarif, junit, json/u],
    ['an option nobody knows', ['--quick', 'a'], /--quick/u],
  ])('%s', async (_, args, message) => {
    const { code, stderr } = await commandHere(['check', ...args]);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /u);
    expect(code).toBe(2);
  });

  test('a directory without templates', async () => {
    const empty = path.join(directory, 'empty');
    mkdirSync(empty);
    writeFileSync(path.join(empty, 'notes.json'), '{"Resources": "none here"}');
    const { code, stderr } = await commandHere(['check', empty]);
    expect(stderr).toContain('no template in');
    expect(code).toBe(2);
  });
});

test('a message about unreadable input quotes none of it', async () => {
  const { stderr } = await commandHere(['check', file('secret.json', '{"Resources": {"Password": hunter2')]);
  expect(stderr).not.toContain('hunter2');
});

test('an unknown verb lists the ones there are', async () => {
  const { code, stderr } = await hipaaAiCommand('cheque');
  expect(stderr).toMatch(/one of: .*check/u);
  expect(code).toBe(2);
});

test('a review is due after its day, as the command line gives it', async () => {
  const approved = `
Metadata:
  hipaa-ai:approvals:
    - {kind: business-associate, construct: App/Egress, name: Invented Labs, domains: [api.example.com], baaRecord: BAA-7, reviewBy: 2026-06-30}
Resources:
  Topic:
    Type: AWS::SNS::Topic
`;
  const on = (day: string) =>
    commandHere([
      'check',
      '--rules',
      'governance-approvals-current',
      '--as-of',
      day,
      file('approved.yaml', approved),
    ]);
  expect(await on('2026-06-30')).toMatchObject({ code: 0 });
  const late = await on('2026-07-01');
  expect(late.code).toBe(1);
  expect(late.stdout).toContain('Invented Labs was to be reviewed by 2026-06-30');
  expect(await on('tomorrow')).toMatchObject({ code: 2 });
});
