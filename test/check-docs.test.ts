import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { USAGE } from '../bin/verbs/check-options';

jest.setTimeout(60_000);

const root = path.resolve(__dirname, '..');
const page = readFileSync(path.join(root, 'docs', 'check.md'), 'utf8');
const blocks = [...page.matchAll(/```bash\n(?<text>.*?)```/gsu)].map((match) => match.groups?.['text'] ?? '');
const commands = blocks.flatMap((block) => block.trim().split('\n'));

const TEMPLATE = 'Parameters:\n  Rotate: {Type: String}\nResources:\n  Key:\n    Type: AWS::KMS::Key\n';
let directory: string;
beforeAll(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-docs-'));
  const files: Readonly<Record<string, string>> = {
    'template.yaml': TEMPLATE,
    'stacks/one.template.yaml': TEMPLATE,
    'more/deep/two.yaml': TEMPLATE,
    'prod.json': '[{"ParameterKey": "Rotate", "ParameterValue": "yes"}]',
    'check.yaml': /```yaml\n(?<text>.*?)```/su.exec(page)?.groups?.['text'] ?? '',
    'eligible-services.yaml':
      /```yaml\n(?<text># eligible-services\.yaml.*?)```/su.exec(page)?.groups?.['text'] ?? '',
    'cdk.out/manifest.json':
      '{"artifacts": {"S": {"type": "aws:cloudformation:stack", "properties": {"templateFile": "S.template.json"}}}}',
    'cdk.out/S.template.json': '{"Resources": {"Key": {"Type": "AWS::KMS::Key"}}}',
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(directory, file)), { recursive: true });
    writeFileSync(path.join(directory, file), text);
  }
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

test('the page has commands', () => {
  expect(commands.length).toBeGreaterThan(8);
});

// in the order of the page: a baseline is written before it is read
test.each(commands.map((command) => ({ command })))('`$command` judges', async ({ command }) => {
  const program = path.join(root, 'dist', 'bin', 'hipaa-ai.js');
  const script = command.replaceAll('npx hipaa-ai', `"${process.execPath}" "${program}"`);
  const { code, stderr } = await new Promise<{ code: unknown; stderr: string }>((resolve) => {
    execFile('sh', ['-c', script], { cwd: directory }, (error, _stdout, stderr) =>
      resolve({ code: error?.code ?? 0, stderr }),
    );
  });
  expect(stderr).toBe('');
  expect([0, 1]).toContain(code);
});

test('every option of the command is on the page, and no other', () => {
  const optionsIn = (text: string) =>
    [...new Set(text.match(/--[a-z]+(?:-[a-z]+)*/gu))]
      .filter((name) => !['--template-stage', '--help'].includes(name))
      .sort();
  expect(optionsIn(page)).toEqual(optionsIn(USAGE));
});
