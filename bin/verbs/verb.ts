import type { Readable, Writable } from 'node:stream';

/** The process's edges, handed to a verb so that a test can hand it others. */
export interface Io {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly isTTY?: boolean };
  readonly stderr: Writable & { readonly isTTY?: boolean };
}

/** Exit codes of every verb. */
export const EXIT = { fine: 0, findings: 1, badInput: 2, ourFault: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** One verb of the command line. Data goes to stdout, words to stderr. */
export type Verb = (argv: readonly string[], io: Io) => Promise<ExitCode>;

/** What the caller typed cannot be used: the command line prints the message and exits 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
