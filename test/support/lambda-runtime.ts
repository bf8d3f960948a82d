import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';

export interface LambdaError {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace: readonly string[];
}

/** `left`: what of a streamed answer had left when the sandbox died. */
export type Outcome =
  { readonly response: unknown } | { readonly error: LambdaError; readonly left?: string };

interface Invocation {
  readonly id: string;
  readonly payload: string;
  readonly functionArn: string;
  readonly settle: (outcome: Outcome) => void;
  /** What of its answer has left. */
  left: string;
}

export interface LambdaRuntimeProps {
  /** Directory of the deployed asset; its index.js exports `handler`. */
  readonly asset: string;
  /** The Node binary that runs it. */
  readonly node: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** @default - an ARN without an alias */
  readonly functionArn?: string;
  /**
   * Invocations that the sandbox takes at a time. Lambda gives a sandbox one; more of them load the process behind it.
   * @default 1
   */
  readonly concurrency?: number;
  /** Milliseconds an invocation has. Nobody ends it here. @default 30000 */
  readonly timeoutMs?: number;
}

/** How a streamed answer is told from a whole one. */
const MODE = 'lambda-runtime-function-response-mode';
const DEFAULT_TIMEOUT_MS = 30_000;

const FUNCTION_ARN = 'arn:aws:lambda:us-east-1:111122223333:function:redaction';

const PATHS = /^\/2018-06-01\/runtime\/(?:invocation\/(next|[\w-]+)(?:\/(response|error))?|(init)\/error)$/;

let client: string | undefined;

/** The client as plain JavaScript, which the Node under test can run: built for the first sandbox of a test file. */
function clientProgram(): string {
  if (client !== undefined) return client;
  client = path.join(mkdtempSync(path.join(tmpdir(), 'lambda-runtime-')), 'client.cjs');
  buildSync({
    entryPoints: [path.join(__dirname, 'runtime-client.ts')],
    outfile: client,
    platform: 'node',
    format: 'cjs',
  });
  return client;
}

/** Lambda's Runtime API (2018-06-01) on loopback and one sandbox process that serves from it with a clean environment. */
export class LambdaRuntime {
  /** All that the function printed, on either stream. */
  log = '';
  readonly #server: Server = createServer((request, response) => void this.#serve(request, response));
  readonly #running = new Map<string, Invocation>();
  #queue: Invocation[] = [];
  readonly #waiting: ServerResponse[] = [];
  #sandbox: ChildProcess | undefined;
  #dead: LambdaError | undefined;
  #functionArn = FUNCTION_ARN;
  #timeoutMs = DEFAULT_TIMEOUT_MS;

  static async start(props: LambdaRuntimeProps): Promise<LambdaRuntime> {
    const runtime = new LambdaRuntime();
    // a connection that is closed while idle fails a stream that begins on it, which nobody can send again
    runtime.#server.keepAliveTimeout = 0;
    runtime.#functionArn = props.functionArn ?? FUNCTION_ARN;
    runtime.#timeoutMs = props.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    await new Promise<void>((resolve) => runtime.#server.listen(0, '127.0.0.1', resolve));
    runtime.#spawn(props, (runtime.#server.address() as AddressInfo).port);
    return runtime;
  }

  get alive(): boolean {
    return this.#dead === undefined;
  }

  /** Sends an event as JSON; through an alias, if one is named. */
  invoke(event: unknown, alias?: string): Promise<Outcome> {
    return this.invokeRaw(JSON.stringify(event), alias);
  }

  /** Sends a payload as it is: for what JSON.stringify would not write. */
  invokeRaw(payload: string, alias?: string): Promise<Outcome> {
    const dead = this.#dead;
    if (dead) return Promise.resolve({ error: dead });
    return new Promise((settle) => {
      const functionArn = alias === undefined ? this.#functionArn : `${this.#functionArn}:${alias}`;
      this.#queue.push({ id: randomUUID(), payload, functionArn, settle, left: '' });
      this.#hand();
    });
  }

  /** Ends the process, by default at once and whatever it is doing. What runs fails, and so does all that comes. */
  kill(signal: NodeJS.Signals = 'SIGKILL'): void {
    this.#sandbox?.kill(signal);
  }

  async stop(): Promise<void> {
    this.kill();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #spawn({ asset, node, environment, concurrency = 1 }: LambdaRuntimeProps, port: number): void {
    this.#sandbox = spawn(node, [clientProgram()], {
      cwd: asset,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${port}`,
        AWS_LAMBDA_FUNCTION_NAME: 'redaction',
        AWS_REGION: 'us-east-1',
        LAMBDA_TASK_ROOT: asset,
        TZ: ':UTC',
        _HANDLER: 'index.handler',
        TEST_CONCURRENCY: String(concurrency),
        ...environment,
      },
    });
    const record = (chunk: Buffer): void => {
      this.log += chunk.toString('utf8');
    };
    this.#sandbox.stdout?.on('data', record);
    this.#sandbox.stderr?.on('data', record);
    this.#sandbox.on('exit', (code) =>
      this.#die('Runtime.ExitError', `the sandbox exited with ${String(code)}`),
    );
  }

  #die(errorType: string, errorMessage: string): void {
    this.#dead ??= { errorType, errorMessage, trace: [] };
    for (const { settle, left } of [...this.#running.values(), ...this.#queue])
      settle({ error: this.#dead, ...(left === '' ? {} : { left }) });
    this.#running.clear();
    this.#queue = [];
  }

  #hand(): void {
    if (this.#queue.length === 0) return;
    const response = this.#waiting.shift();
    const invocation = response && this.#queue.shift();
    if (!response || !invocation) return;
    this.#running.set(invocation.id, invocation);
    response.writeHead(200, {
      'content-type': 'application/json',
      'lambda-runtime-aws-request-id': invocation.id,
      'lambda-runtime-deadline-ms': String(Date.now() + this.#timeoutMs),
      'lambda-runtime-invoked-function-arn': invocation.functionArn,
    });
    response.end(invocation.payload);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, id, result, init] = PATHS.exec(request.url ?? '') ?? [];
    const isStream = request.headers[MODE] === 'streaming';
    const streamed = isStream ? this.#running.get(id ?? '') : undefined;
    if (streamed) request.on('data', (chunk: Buffer) => (streamed.left += chunk.toString('utf8')));
    // a sandbox that dies breaks off what it sends: it is gone with its process
    const body = await request.toArray().then(
      (chunks) => Buffer.concat(chunks as Uint8Array[]).toString('utf8'),
      () => undefined,
    );
    if (body === undefined) return;
    if (id === 'next') {
      this.#waiting.push(response);
      this.#hand();
      return;
    }
    response.writeHead(202, { 'content-type': 'application/json' }).end('{"status":"OK"}');
    if (init) {
      const { errorType, errorMessage } = JSON.parse(body) as LambdaError;
      this.#die(errorType, errorMessage);
      return;
    }
    const invocation = this.#running.get(id ?? '');
    if (!invocation) return;
    this.#running.delete(invocation.id);
    invocation.settle(
      result === 'response'
        ? { response: isStream ? body : (JSON.parse(body) as unknown) }
        : { error: JSON.parse(body) as LambdaError },
    );
  }
}
