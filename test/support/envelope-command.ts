import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const CLI = path.resolve(__dirname, '../../dist/bin/hipaa-ai.js');
/** What messages of these tests are bound to, as options. */
export const PLACE = ['--tenant', 'clinic-7', '--purpose', 'note', '--record', 'r-1'] as const;
export const BINDING = { tenant: 'clinic-7', purpose: 'note', record: 'r-1' } as const;

/** What a process left behind. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** `hipaa-ai envelope` as a process, in a folder of its own with a key file `key`. */
export class EnvelopeCommand {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'hipaa-ai-envelope-'));
  readonly key = randomBytes(32);
  /** The options for a message under the key file. */
  readonly options: readonly string[] = [...PLACE, '--key-file', 'key'];

  /** @param cli the program, or a copy of it */
  constructor(private readonly cli = CLI) {
    writeFileSync(this.at('key'), this.key, { mode: 0o600 });
  }

  at(name: string): string {
    return path.join(this.folder, name);
  }

  write(name: string, content: string | Uint8Array, mode = 0o600): string {
    writeFileSync(this.at(name), content);
    // whatever the umask is
    chmodSync(this.at(name), mode);
    return name;
  }

  read(name: string): Buffer {
    return readFileSync(this.at(name));
  }

  /** All names, those that begin with a dot too. */
  names(): string[] {
    return readdirSync(this.folder).sort();
  }

  /** For what needs no answer of this process while it runs. */
  run(args: readonly string[], input: string | Uint8Array = ''): Outcome {
    const { status, stdout, stderr } = spawnSync(process.execPath, [this.cli, 'envelope', ...args], {
      cwd: this.folder,
      input,
      maxBuffer: 2 ** 28,
    });
    return { code: status, stdout, stderr: stderr.toString() };
  }

  start(args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcessWithoutNullStreams {
    const child = spawn(process.execPath, [this.cli, 'envelope', ...args], {
      cwd: this.folder,
      env: { ...process.env, NODE_NO_WARNINGS: '1', ...env },
    });
    // a verb that stops early closes its end first
    child.stdin.on('error', () => undefined);
    return child;
  }

  /** For what asks a service that this process plays. */
  async finish(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Outcome> {
    const child = this.start(args, env);
    const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.stdin.end();
    const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
    return { code, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString() };
  }

  dispose(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
