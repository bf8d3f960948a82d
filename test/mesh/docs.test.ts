import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../support/synthesize';

jest.setTimeout(120_000);

test('every TypeScript block of the page on certificates compiles against the library', () => {
  const page = readFileSync(path.join(ROOT, 'docs', 'mesh-certificates.md'), 'utf8');
  const directory = path.join(ROOT, '.cache', 'mesh-docs');
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  const blocks = [...page.matchAll(/```ts\n(.*?)```/gsu)].map(([, text]) => text ?? '');
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
        'hipaa-ai-cdk/mutual-tls': ['../../lambda/mutual-tls-client/index.ts'],
      },
    },
    include: ['*.ts'],
  };
  writeFileSync(path.join(directory, 'tsconfig.json'), JSON.stringify(config));
  const tsc = path.join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const { stdout } = spawnSync(process.execPath, [tsc, '-p', directory], { encoding: 'utf8' });
  expect(blocks.length).toBeGreaterThan(1);
  expect(stdout).toBe('');
});
