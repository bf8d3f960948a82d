import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';

const root = path.resolve(__dirname, '..', '..');
const cdk = path.join(path.dirname(require.resolve('aws-cdk/package.json')), 'bin', 'cdk');
const hipaaAi = path.join(root, 'dist', 'bin', 'hipaa-ai.js');

/** What a process left behind. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program of this Node with the repository as its working directory. */
export function run(
  script: string,
  args: readonly string[],
  options: { readonly env?: Readonly<Record<string, string>>; readonly stdin?: string | Buffer } = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: root,
      env: { ...process.env, CDK_VALIDATION: 'false', CI: '1', NO_COLOR: '1', ...options.env },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? -1, stdout, stderr }));
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.stdin ?? '');
  });
}

/** The real `hipaa-ai` command, as `npm test` has built it. */
export function hipaaAiCommand(...args: readonly string[]): Promise<Outcome> {
  return run(hipaaAi, args);
}

/** The day for which the gate decides. */
export const GATED_ON = '2026-11-24';

/** A test app under the real CDK CLI. */
export class CdkApp {
  private readonly work = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-assembly-'));
  /** Cloud assembly of the last synthesis. */
  readonly output = path.join(this.work, 'cdk.out');
  private readonly bundle: string;

  /** @param source path of the app below test/fixtures/apps */
  constructor(source: string) {
    // inside the repository, where its packages resolve
    this.bundle = path.join(root, '.cache', 'test-apps', `${path.basename(source, '.ts')}-${process.pid}.js`);
    buildSync({
      absWorkingDir: root,
      entryPoints: [path.join(root, 'test', 'fixtures', 'apps', source)],
      outfile: this.bundle,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      packages: 'external',
      logLevel: 'error',
    });
  }

  /** `cdk synth` with the given stack selection and flags; '**' unless told otherwise. */
  synth(env: Readonly<Record<string, string>>, args: readonly string[] = ['**']): Promise<Outcome> {
    const app = `node --enable-source-maps ${path.relative(root, this.bundle)}`;
    return run(cdk, ['synth', ...args, '--quiet', '--no-notices', '--app', app, '--output', this.output], {
      env,
    });
  }

  /** The gate on the last synthesis, or on another assembly. */
  gate(assembly = this.output): Promise<Outcome> {
    return hipaaAiCommand('gate', assembly, '--as-of', GATED_ON);
  }

  /** A copy of the last synthesis, to tamper with. */
  copy(): string {
    const copy = mkdtempSync(path.join(this.work, 'copy-'));
    cpSync(this.output, copy, { recursive: true });
    return copy;
  }

  dispose(): void {
    rmSync(this.work, { recursive: true, force: true });
    rmSync(this.bundle, { force: true });
  }
}
