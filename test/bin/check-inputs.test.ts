import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CheckReport } from '../../lib/compliance/check/check-report';
import { hipaaAiCommand, run } from '../support/cdk-cli';
import { commandHere } from '../support/command-here';

jest.setTimeout(60_000);

const hipaaAi = path.resolve(__dirname, '..', '..', 'dist', 'bin', 'hipaa-ai.js');
let directory: string;
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-inputs-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const KEY = (rotates: string) =>
  `Resources:\n  Key:\n    Type: AWS::KMS::Key\n    Properties:\n      EnableKeyRotation: ${rotates}\n`;

function write(file: string, text: string): string {
  const location = path.join(directory, file);
  mkdirSync(path.dirname(location), { recursive: true });
  writeFileSync(location, text);
  return location;
}

async function report(...args: readonly string[]): Promise<CheckReport & { code: number; stderr: string }> {
  const { code, stdout, stderr } = await commandHere(['check', '--format', 'json', ...args]);
  return { ...(JSON.parse(stdout) as CheckReport), code, stderr };
}
const only = ['--rules', 'kms-key-rotation'];
const filesOf = ({ findings }: CheckReport) =>
  findings.map(({ template }) => path.relative(directory, template));

describe('many inputs', () => {
  test('are judged in the order of the arguments, each by itself', async () => {
    const [b, a] = [write('b.yaml', KEY('false')), write('a.yaml', KEY('false'))];
    const result = await report(...only, b, a);
    expect(filesOf(result)).toEqual(['b.yaml', 'a.yaml']);
    expect(result.summary).toMatchObject({ templates: 2, resources: 2, skipped: 0, unreadable: 0 });
  });

  test('of a folder are found below it; what is no template is counted', async () => {
    write('one.template.json', JSON.stringify({ Resources: { Key: { Type: 'AWS::KMS::Key' } } }));
    write('deep/er/two.yml', KEY('false'));
    write('package.json', '{"name": "AWS::Resources"}');
    write('ci.yaml', 'jobs: [build]\n');
    write('node_modules/theirs.yaml', KEY('false'));
    write('.git/hidden.yaml', KEY('false'));
    const result = await report(...only, directory);
    expect(filesOf(result)).toEqual(['deep/er/two.yml', 'one.template.json']);
    expect(result.summary).toMatchObject({ templates: 2, skipped: 2 });
  });

  test('in a folder that claim to be templates and cannot be read exit 2', async () => {
    write('good.yaml', KEY('true'));
    write('broken.yaml', 'AWSTemplateFormatVersion: 2010-09-09\nResources:\n  - [\n');
    const result = await report(...only, directory);
    expect(result.stderr).toMatch(/broken\.yaml: not valid YAML/u);
    expect(result.summary).toMatchObject({ templates: 1, unreadable: 1 });
    expect(result.code).toBe(2);
  });

  test('that cannot be read do not keep the others from being reported', async () => {
    const bad = write('bad.yaml', KEY('false'));
    const result = await report(...only, path.join(directory, 'gone.yaml'), bad);
    expect(filesOf(result)).toEqual(['bad.yaml']);
    expect(result.stderr).toMatch(/gone\.yaml: no such file/u);
    expect(result.code).toBe(2);
  });

  test('of a pattern are matched by the command itself', async () => {
    write('a/x.yaml', KEY('false'));
    write('a/b/y.yaml', KEY('false'));
    write('a/b/z.json', '{}');
    expect(filesOf(await report(...only, `${directory}/**/*.yaml`))).toEqual(['a/b/y.yaml', 'a/x.yaml']);
    expect(filesOf(await report(...only, `${directory}/a/{x,y}.yaml`))).toEqual(['a/x.yaml']);
  });

  test('in threads give the bytes that one thread gives', async () => {
    for (let index = 0; index < 90; index += 1)
      write(`t${String(index).padStart(3, '0')}.yaml`, KEY('false'));
    const files = Array.from({ length: 90 }, (_, index) =>
      path.join(directory, `t${String(index).padStart(3, '0')}.yaml`),
    );
    const all = await report(...only, directory);
    expect(filesOf(all)).toEqual(files.map((file) => path.basename(file)));
    const some = await report(...only, ...files.slice(0, 20));
    expect(all.findings.slice(0, 20)).toEqual(some.findings);
  });

  test('from standard input are called stdin', async () => {
    const { stdout, code } = await run(hipaaAi, ['check', '--format', 'json', ...only, '-'], {
      stdin: KEY('false'),
    });
    expect((JSON.parse(stdout) as CheckReport).findings[0]).toMatchObject({
      template: 'stdin',
      source: { file: 'stdin', line: 5, column: 7 },
    });
    expect(code).toBe(1);
  });
});

describe('lines', () => {
  test('are those of the property, or of the nearest part that is there', async () => {
    const yaml = write('a.yaml', `# a key\n\n${KEY('false')}`);
    const json = write('b.json', '{\n "Resources": {\n  "Key": {\n   "Type": "AWS::KMS::Key"\n  }\n }\n}');
    const { findings } = await report(...only, yaml, json);
    expect(findings.map(({ source }) => [source?.line, source?.column])).toEqual([
      [7, 7],
      [3, 3],
    ]);
  });

  test('in a cloud assembly are those of the program where it says them', async () => {
    write('out/cdk.out', '{"version":"55.0.0"}');
    write(
      'out/manifest.json',
      JSON.stringify({
        version: '55.0.0',
        artifacts: {
          S: {
            type: 'aws:cloudformation:stack',
            properties: { templateFile: 'S.template.json' },
            metadata: {
              '/S/Key/Resource': [
                {
                  type: 'aws:cdk:logicalId',
                  data: 'Key',
                  trace: [
                    'new Key (/app/node_modules/aws-cdk-lib/aws-kms/lib/key.js:1:2)',
                    'new Vault (/app/lib/vault.ts:12:7)',
                    'Object.<anonymous> (/app/bin/app.ts:3:1)',
                  ],
                },
              ],
            },
          },
        },
      }),
    );
    write(
      'out/S.template.json',
      JSON.stringify({ Resources: { Key: { Type: 'AWS::KMS::Key' }, Other: { Type: 'AWS::KMS::Key' } } }),
    );
    const { findings } = await report(...only, path.join(directory, 'out'));
    expect(findings).toMatchObject([
      {
        template: 'S.template.json',
        constructPath: 'S/Key/Resource',
        source: { file: '/app/lib/vault.ts', line: 12, column: 7 },
      },
      { logicalId: 'Other', source: { file: path.join(directory, 'out/S.template.json'), line: 1 } },
    ]);
  });
});

describe('parameters', () => {
  const template = `Parameters:\n  Rotate: {Type: String}\nConditions:\n  Strict: !Equals [!Ref Rotate, 'true']\n${KEY('!If [Strict, true, !Ref Rotate]')}`;

  test.each([
    ['the list of the AWS CLI', '[{"ParameterKey": "Rotate", "ParameterValue": "true"}]', 0],
    ['an object', '{"Rotate": "true"}', 0],
    ['the form of CodePipeline', '{"Parameters": {"Rotate": "true"}, "Tags": {}}', 0],
    ['YAML', 'Rotate: true\n', 0],
    ['a value that breaks the rule', '{"Rotate": "false"}', 1],
    ['a previous value, which nobody knows', '[{"ParameterKey": "Rotate", "UsePreviousValue": true}]', 1],
  ])('given as %s', async (_, text, code) => {
    const result = await report(...only, '--parameters', write('p.json', text), write('t.yaml', template));
    expect(result.code).toBe(code);
  });

  test.each([
    ['that no template has', '{"Rotat": "true"}', /Rotat, which no template has/u],
    [
      'given twice',
      '[{"ParameterKey": "Rotate", "ParameterValue": "a"}, {"ParameterKey": "Rotate", "ParameterValue": "b"}]',
      /given twice/u,
    ],
    ['without a value', '{"Rotate": null}', /'Rotate' has no text/u],
  ])('%s exit 2', async (_, text, message) => {
    const { code, stderr } = await commandHere([
      'check',
      '--parameters',
      write('p.json', text),
      write('t.yaml', template),
    ]);
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
  });
});

describe('baseline', () => {
  test('only findings that are new fail, wherever lines have moved', async () => {
    const file = write('t.yaml', KEY('false'));
    const baseline = path.join(directory, 'baseline.json');
    expect((await report(...only, '--write-baseline', baseline, file)).code).toBe(0);
    write('t.yaml', `# moved\n\n${KEY('false')}`);
    const known = await report(...only, '--baseline', baseline, file);
    expect(known.findings).toMatchObject([{ baselineState: 'unchanged' }]);
    expect(known.code).toBe(0);
    write('t.yaml', `${KEY('false')}  Other:\n    Type: AWS::KMS::Key\n`);
    const more = await report(...only, '--baseline', baseline, file);
    expect(more.findings.map(({ logicalId, baselineState }) => [logicalId, baselineState])).toEqual([
      ['Key', 'unchanged'],
      ['Other', 'new'],
    ]);
    expect(more.summary.baseline).toEqual({ new: 1, unchanged: 1, gone: 0 });
    expect(more.code).toBe(1);
  });

  test('a report without fingerprints is one too; a file that is no report exits 2', async () => {
    const file = write('t.yaml', KEY('false'));
    const { findings } = await report(...only, file);
    const old = findings.map(({ rule, template, logicalId, property }) => ({
      rule,
      template,
      logicalId,
      property,
    }));
    const baseline = write('old.json', JSON.stringify({ findings: old }));
    expect((await report(...only, '--baseline', baseline, file)).code).toBe(0);
    const none = await commandHere(['check', '--baseline', write('none.json', '{}'), file]);
    expect(none.stderr).toContain("has no 'findings'");
    expect(none.code).toBe(2);
  });
});

describe('which rules run', () => {
  test('a configuration chooses profile, rules and parameters; options win', async () => {
    const file = write('t.yaml', `Resources:\n  Key:\n    Type: AWS::KMS::Key\n`);
    const config = write('check.yaml', 'profile: ai\nrules: [kms-*]\n');
    const configured = await report('--config', config, file);
    expect(new Set(configured.findings.map(({ rule }) => rule.split('-')[0]))).toEqual(new Set(['kms']));
    const narrowed = await report('--config', config, ...only, file);
    expect(narrowed.findings.map(({ rule }) => rule)).toEqual(['kms-key-rotation']);
  });

  test.each([
    [
      'a setting nobody knows',
      'profiles: hipaa\n',
      /'profiles' is no setting; there are: profile, rules, parameters/u,
    ],
    ['a parameter nobody knows', 'parameters: {kms-key-rotation: {days: 1}}\n', /has no parameter 'days'/u],
  ])('a configuration with %s exits 2', async (_, text, message) => {
    const { code, stderr } = await commandHere([
      'check',
      '--config',
      write('c.yaml', text),
      write('t.yaml', KEY('true')),
    ]);
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
  });

  test('a choice of rules does not silence what the template hides', async () => {
    const file = write('t.yaml', `Transform: MyMacro\n${KEY('true')}`);
    const result = await report(...only, file);
    expect(result.findings).toMatchObject([
      { rule: 'cloudformation-resource-readable', verdict: 'unknown', source: { line: 1 } },
    ]);
    expect(result.code).toBe(1);
  });
});

test('--quiet prints the last line only, and --max-warnings lets warnings pass', async () => {
  const rules = write(
    'rules.js',
    `module.exports.mine = { id: 'mine-warning', title: 'warns', severity: 'warning', controls: ['164.312(b)'],
      profiles: ['strict'], why: 'Because.', fix: 'do', resourceTypes: ['AWS::KMS::Key'],
      check: () => [{ verdict: 'finding', property: 'Properties', message: 'warns' }] };`,
  );
  const mine = ['--rules-file', rules, '--rules', 'mine-*', '--quiet', write('t.yaml', KEY('true'))];
  const strict = await hipaaAiCommand('check', ...mine);
  expect(strict.stdout).toMatch(/^1 findings, 0 unknown; [^\n]+\n$/u);
  expect(strict.code).toBe(1);
  expect((await hipaaAiCommand('check', ...mine, '--max-warnings', '1')).code).toBe(0);
});

test('output that is no terminal has no colour and no progress', async () => {
  for (let index = 0; index < 60; index += 1) write(`t${index}.yaml`, KEY('false'));
  const { stdout, stderr } = await run(hipaaAi, ['check', ...only, directory], { env: { NO_COLOR: '' } });
  expect(stdout).not.toContain('\u001B');
  expect(stderr).toBe('');
});

test('a baseline is written as a report', async () => {
  const file = path.join(directory, 'b.json');
  await commandHere(['check', '--write-baseline', file, write('t.yaml', KEY('false'))]);
  expect((JSON.parse(readFileSync(file, 'utf8')) as CheckReport).findings.length).toBeGreaterThan(0);
});
