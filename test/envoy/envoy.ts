import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync, openSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';

/** The Envoy that scripts/install-envoy.sh installed, or the one on the PATH; undefined without one: tests are skipped. */
export const ENVOY = located(process.env['ENVOY_BIN'], 'envoy');
/** An independent server, for the same certificates. */
export const NGINX = located(process.env['NGINX_BIN'], 'nginx');

function located(given: string | undefined, name: string): string | undefined {
  if (given !== undefined && given !== '') return existsSync(given) ? given : undefined;
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file));
}

/** What `--mode validate` says; empty where it takes the configuration without a warning. */
export function complaints(bootstrap: unknown, file: string): string {
  writeFileSync(file, JSON.stringify(bootstrap));
  const args = ['--mode', 'validate', '--log-level', 'warning', '--disable-hot-restart', '-c', file];
  const { status, stdout, stderr } = spawnSync(ENVOY ?? '', args, { encoding: 'utf8', timeout: 30_000 });
  return status === 0 ? stderr : `${stdout}${stderr}`;
}

export async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** One Envoy with its log and its counters. */
export class RunningEnvoy {
  private constructor(
    private readonly child: ChildProcess,
    private readonly pipe: string,
    private readonly logFile: string,
  ) {}

  /** @param bootstrap with an administration pipe */
  static async start(bootstrap: unknown, directory: string, name = 'envoy'): Promise<RunningEnvoy> {
    const file = path.join(directory, `${name}.json`);
    const logFile = path.join(directory, `${name}.log`);
    writeFileSync(file, JSON.stringify(bootstrap));
    const log = openSync(logFile, 'w');
    const args = ['-c', file, '--disable-hot-restart', '--concurrency', '1', '--log-level', 'warning'];
    const child = spawn(ENVOY ?? '', args, { stdio: ['ignore', log, log] });
    const { admin } = bootstrap as { admin: { address: { pipe: { path: string } } } };
    const envoy = new RunningEnvoy(child, admin.address.pipe.path, logFile);
    await envoy.ready();
    return envoy;
  }

  /** Counters whose names end with one of the endings, added up. */
  async count(...endings: readonly string[]): Promise<number> {
    const text = await this.ask('/stats?type=Counters');
    let sum = 0;
    for (const line of text.split('\n')) {
      const [name = '', value = '0'] = line.split(': ');
      if (endings.some((ending) => name.endsWith(ending))) sum += Number(value);
    }
    return sum;
  }

  log(): string {
    return readFileSync(this.logFile, 'utf8');
  }

  /** The access log so far, one object a line; lines of Envoy itself are left out. */
  async accessLog(): Promise<readonly Readonly<Record<string, unknown>>[]> {
    await this.ask('/reopen_logs', 'POST');
    return this.log()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    this.child.kill('SIGKILL');
    await once(this.child, 'exit');
  }

  private async ready(): Promise<void> {
    for (let attempt = 0; attempt < 200; attempt++) {
      if (this.child.exitCode !== null) throw new Error(`Envoy ended: ${this.log().slice(-2000)}`);
      const answer = await this.ask('/ready').catch(() => '');
      if (answer.startsWith('LIVE')) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await this.stop();
    throw new Error(`Envoy is not ready: ${this.log().slice(-2000)}`);
  }

  private ask(target: string, method = 'GET'): Promise<string> {
    return new Promise((resolve, reject) => {
      const request = http.request({ socketPath: this.pipe, path: target, method }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => (text += part));
        response.on('end', () => resolve(text));
      });
      request.on('error', reject).end();
    });
  }
}
