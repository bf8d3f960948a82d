import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { python, ROOT, type Credentials, type Emulator } from './emulator';
import { at, isObject, parseJson, textAt, type Json, type JsonObject } from './json';

/** An API refused a call. */
export class AwsError extends Error {
  override readonly name = 'AwsError';

  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export interface CallOptions {
  /** Who calls. @default the account's root user */
  readonly as?: Credentials;
  /** Over plain HTTP in place of TLS. @default false */
  readonly plain?: boolean;
}

interface Pending {
  readonly resolve: (result: JsonObject) => void;
  readonly reject: (error: Error) => void;
}

/** The services' own APIs, called with AWS's SDK for Python in one process beside the emulator. */
export class Aws {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #pending = new Map<number, Pending>();
  #calls = 0;
  #errors = '';

  constructor(
    private readonly emulator: Emulator,
    installation: string,
  ) {
    this.#process = spawn(python(installation), [path.join(__dirname, '..', 'emulator', 'calls.py')], {
      env: emulator.clientEnvironment,
    });
    this.#process.stderr.on('data', (chunk: Buffer) => (this.#errors += chunk.toString('utf8')));
    createInterface({ input: this.#process.stdout }).on('line', (line) => this.#settle(parseJson(line)));
    this.#process.on('exit', () => {
      for (const { reject } of this.#pending.values())
        reject(new Error(`the SDK process ended:\n${this.#errors}`));
    });
  }

  /** Calls one operation, named as in the API reference. */
  call(
    service: string,
    operation: string,
    parameters: JsonObject,
    options: CallOptions = {},
  ): Promise<JsonObject> {
    const id = (this.#calls += 1);
    const endpoint = options.plain ? this.emulator.plainEndpoint : this.emulator.endpoint;
    const { key, secret } = options.as ?? ROOT;
    return new Promise((resolve, reject) => {
      if (this.#process.exitCode !== null) {
        reject(new Error(`the SDK process ended:\n${this.#errors}`));
        return;
      }
      this.#pending.set(id, { resolve, reject });
      this.#process.stdin.write(
        `${JSON.stringify({ id, service, operation, parameters, endpoint, key, secret })}\n`,
      );
    });
  }

  /** The same, where the answer may be that there is no such thing. */
  async find(service: string, operation: string, parameters: JsonObject): Promise<JsonObject | undefined> {
    try {
      return await this.call(service, operation, parameters);
    } catch (error) {
      if (error instanceof AwsError && /NotFound|NoSuch|404|NotExist/u.test(error.code)) return undefined;
      throw error;
    }
  }

  close(): void {
    this.#process.stdin.end();
  }

  #settle(answer: Json): void {
    const id = Number(at(answer, 'id'));
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    const result = at(answer, 'result');
    if (isObject(result)) pending?.resolve(result);
    else pending?.reject(new AwsError(textAt(answer, 'error'), textAt(answer, 'message')));
  }
}
