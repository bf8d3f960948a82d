import { fork } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const script = path.join(path.dirname(fileURLToPath(import.meta.url)), 'contender.mjs');

// a run that is stopped leaves nobody at work behind
const alive = new Set();
process.on('exit', () => {
  for (const child of alive) child.end();
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

/** A contender's process. `ask` rejects when it fails, dies or takes too long; then it is ended. */
export class Child {
  #process = fork(script, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });

  constructor() {
    alive.add(this);
  }

  ask(message, seconds) {
    return new Promise((resolve, reject) => {
      const settle = (how, value) => {
        clearTimeout(timer);
        this.#process.removeAllListeners();
        how(value);
      };
      const timer = setTimeout(() => {
        this.end();
        settle(reject, new Error(`took more than ${seconds} s`));
      }, seconds * 1000);
      this.#process.once('message', ({ done, failed }) =>
        failed === undefined ? settle(resolve, done) : settle(reject, new Error(failed)),
      );
      this.#process.once('exit', () => settle(reject, new Error('its process ended')));
      this.#process.once('error', (error) => settle(reject, error));
      this.#process.send(message);
    });
  }

  end() {
    alive.delete(this);
    this.#process.kill('SIGKILL');
  }
}
