import { availableParallelism } from 'node:os';
import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Input } from '../../lib/compliance/check/inputs';
import type { InputResult } from '../../lib/compliance/check/judge-input';
import type { WorkerSettings } from './check-worker';
import { UsageError } from './verb';

/** Inputs that are judged sooner than a worker starts. */
const FEW = 40;
/** Beyond this a file may exhaust its thread's memory, which must not be this one's. */
const LARGE = 16 * 1024 * 1024;
const BATCH = 8;

/** True when threads are worth their start, or one of the files could take this thread down. */
export function needsWorkers(inputs: readonly Input[]): boolean {
  return inputs.length > FEW || inputs.some(isLarge);
}

function isLarge({ kind, file }: Input): boolean {
  if (kind !== 'template') return false;
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGE;
}

/** Judges in threads; results are in the order of the inputs, whoever was first. */
export class CheckPool {
  private readonly results: (InputResult | undefined)[];
  private readonly queue: number[][] = [];
  private done = 0;

  constructor(
    private readonly inputs: readonly Input[],
    private readonly settings: WorkerSettings,
    private readonly onProgress: (done: number) => void,
  ) {
    this.results = inputs.map(() => undefined);
    for (let at = 0; at < inputs.length; at += BATCH) {
      this.queue.push(inputs.slice(at, at + BATCH).map((_, index) => at + index));
    }
  }

  async run(): Promise<readonly InputResult[]> {
    const threads = Math.max(1, Math.min(availableParallelism(), Math.ceil(this.inputs.length / FEW), 8));
    await Promise.all(Array.from({ length: threads }, () => this.work()));
    return this.results.map((result, index) => result ?? lost(this.inputs[index]));
  }

  /** One thread after another until nothing is left: a thread that dies takes only what it was at. */
  private async work(): Promise<void> {
    while (this.queue.length > 0) await this.thread();
  }

  private thread(): Promise<void> {
    return new Promise((resolve, reject) => {
      const worker = new Worker(__filename, { workerData: this.settings });
      let current: number[] | undefined;
      const next = () => {
        current = this.queue.shift();
        if (!current) void worker.terminate();
        else worker.postMessage(current.flatMap((index) => this.inputs[index] ?? []));
      };
      worker.on('message', (results: readonly InputResult[]) => {
        for (const [offset, result] of results.entries()) this.settle(current?.[offset], result);
        this.onProgress(this.done);
        next();
      });
      worker.on('error', (error) => {
        const isOutOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        if (!isOutOfMemory) {
          reject(error);
          return;
        }
        // which one it was is not known: each goes by itself, and one that did is given up
        if (current?.length === 1) this.settle(current[0], lost(this.inputs[current[0] ?? 0]));
        else for (const index of current ?? []) this.queue.push([index]);
        resolve();
      });
      // comes after an error too, and then changes nothing; with work in hand a rule ended it, and silence is no verdict
      worker.on('exit', () => {
        if (!current) {
          resolve();
          return;
        }
        const names = current.flatMap((index) => this.inputs[index]?.name ?? []);
        reject(
          new UsageError(
            `a thread ended while judging ${names.join(', ')}; does a rule of --rules-file end the process?`,
          ),
        );
      });
      next();
    });
  }

  private settle(index: number | undefined, result: InputResult): void {
    if (index === undefined) return;
    this.results[index] = result;
    this.done += 1;
  }
}

function lost(input: Input | undefined): InputResult {
  return { kind: 'unreadable', message: `${input?.name ?? 'an input'}: cannot be judged (out of memory)` };
}
