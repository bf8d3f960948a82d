import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { USAGE } from '../bin/verbs/envelope';

jest.setTimeout(60_000);

const root = path.resolve(__dirname, '..');
const page = readFileSync(path.join(root, 'docs', 'envelope.md'), 'utf8');
const blocksIn = (language: string): string[] =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 'gsu'))].map(([, text]) => text ?? '');

test('the quick start works as it is written, in the order of the page', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-envelope-docs-'));
  writeFileSync(path.join(folder, 'note.txt'), 'Seen today: Mrs. Ada Example.\n');
  const program = path.join(root, 'dist', 'bin', 'hipaa-ai.js');
  const script = blocksIn('bash').join('\n').replaceAll('npx hipaa-ai', `"${process.execPath}" "${program}"`);
  const { status, stdout } = spawnSync('sh', ['-ec', script], { cwd: folder, encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  expect(status).toBe(0);
  expect(stdout).toMatch(/authentic and whole, 30 bytes of plaintext\nSeen today: Mrs\. Ada Example\.\n$/u);
});

test('every option of the command is on the page, and no other', () => {
  const optionsIn = (text: string): string[] =>
    [...new Set(text.match(/--[a-z]+(?:-[a-z]+)*/gu))].filter((name) => name !== '--help').sort();
  expect(optionsIn(page)).toEqual(optionsIn(USAGE));
});

test('every TypeScript block compiles against the library', () => {
  const directory = path.join(root, '.cache', 'envelope-docs');
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  for (const [index, block] of blocksIn('ts').entries())
    writeFileSync(path.join(directory, `block-${index}.ts`), block);
  const config = {
    extends: '../../tsconfig.json',
    compilerOptions: {
      incremental: false,
      tsBuildInfoFile: null,
      rootDir: '../..',
      types: ['node'],
      paths: { 'hipaa-ai-cdk/envelope': ['../../lambda/envelope/index.ts'] },
    },
    include: ['*.ts'],
  };
  writeFileSync(path.join(directory, 'tsconfig.json'), JSON.stringify(config));
  const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', directory], { encoding: 'utf8' });
  expect(stdout).toBe('');
  expect(status).toBe(0);
});

test('every code of an error is on the page', () => {
  const codes = ['errors.ts', 'tenants/tenant-key-error.ts'].flatMap((file) =>
    [
      ...readFileSync(path.join(root, 'lambda', 'envelope', file), 'utf8').matchAll(
        /^ {2}(?:\| ')?([A-Z_]{6,})\b/gmu,
      ),
    ].map(([, code]) => code ?? ''),
  );
  expect(codes.length).toBeGreaterThan(15);
  // the command line refuses these two as bad input before they can happen
  const unseen = ['INVALID_TENANT', 'NOT_CONFIRMED'];
  expect(codes.filter((code) => !page.includes(`\`${code}\``))).toEqual(unseen);
});
