import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import manifest from '../package.json';
import { generator } from '../lib/compliance/generator';

jest.setTimeout(60_000);

const root = path.resolve(__dirname, '..');
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');

const PAGES = [
  'evidence.md',
  'gateway.md',
  'key-use-audit.md',
  'bedrock.md',
  'guardrails.md',
  'knowledge-bases.md',
  'organization-guardrails.md',
  'network.md',
  'organization-guardrails.md',
  'network.md',
  'ledger.md',
  'mesh.md',
  'organization-guardrails.md',
  'network.md',
  'data-classes.md',
];

test('every TypeScript block of the README and of the pages beside it compiles against the package', () => {
  const others = PAGES.map((page) => readFileSync(path.join(root, 'docs', page), 'utf8'));
  const pages = [readme, ...others].join('\n');
  const blocks = [...pages.matchAll(/```ts\n(.*?)```/gsu)].map((match) => match[1] ?? '');
  expect(blocks.length).toBeGreaterThan(0);
  const directory = path.join(root, '.cache', 'readme');
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  for (const [index, block] of blocks.entries())
    writeFileSync(path.join(directory, `block-${index}.ts`), block);
  const config = {
    extends: '../../tsconfig.json',
    compilerOptions: {
      incremental: false,
      tsBuildInfoFile: null,
      rootDir: '../..',
      types: ['node'],
      paths: {
        'hipaa-ai-cdk': ['../../lib/index.ts'],
        'hipaa-ai-cdk/rule': ['../../lib/compliance/rule-kit.ts'],
        'hipaa-ai-cdk/ledger': ['../../lambda/ledger/index.ts'],
      },
    },
    include: ['*.ts'],
  };
  writeFileSync(path.join(directory, 'tsconfig.json'), JSON.stringify(config));
  const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  expect(() => execFileSync(process.execPath, [tsc, '-p', directory], { stdio: 'pipe' })).not.toThrow();
});

test('every npm script and file the README names exists', () => {
  const scripts = [...readme.matchAll(/npm run ([a-z0-9:]+)/gu)].map((match) => match[1] ?? '');
  for (const script of scripts) expect(Object.keys(manifest.scripts)).toContain(script);
  const links = [...readme.matchAll(/\]\((?!http|#)([^)#]+)/gu)].map((match) => match[1] ?? '');
  for (const link of links) expect(() => readFileSync(path.join(root, link))).not.toThrow(/ENOENT/u);
});

test('the evidence names the version that package.json has', () => {
  expect(generator()).toEqual({ name: manifest.name, version: manifest.version });
});
