import { spawn } from 'node:child_process';
import path from 'node:path';

const CDK = path.join(path.dirname(require.resolve('aws-cdk/package.json')), 'bin', 'cdk');
// After a failed deploy the CLI may wait for ever. This ends it, even when the test that started it was killed.
const DEADLINE = 'data:text/javascript,setTimeout(() => process.exit(124), 150_000).unref()';

export interface CliOutcome {
  readonly code: number | null;
  /** Both streams, in the order they came. */
  readonly output: string;
  readonly seconds: number;
}

export interface CliProps {
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** The real CDK CLI. It ends with exit code 124 when it hangs. */
export function cdk(args: readonly string[], { directory, environment }: CliProps): Promise<CliOutcome> {
  const began = Date.now();
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--import', DEADLINE, CDK, ...args, '--no-notices', '--no-color'],
      {
        cwd: directory,
        env: { ...environment, CI: '1', CDK_DISABLE_CLI_TELEMETRY: '1', NODE_NO_WARNINGS: '1' },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let output = '';
    const record = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', record);
    child.stderr.on('data', record);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output, seconds: (Date.now() - began) / 1000 }));
  });
}
