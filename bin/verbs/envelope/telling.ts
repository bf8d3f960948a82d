import type { Io } from '../verb';

/**
 * Waits for a call of a service, and says on standard error with which exception it ended: its name, none of its text. An
 * envelope does not: it tells its callers no more than that there is no key.
 */
export type Telling = <Answer>(service: string, call: Promise<Answer>) => Promise<Answer>;

export function tellingOn({ stderr }: Pick<Io, 'stderr'>): Telling {
  return async (service, call) => {
    try {
      return await call;
    } catch (error) {
      stderr.write(`hipaa-ai: ${service}: ${nameOf(error)}\n`);
      throw error;
    }
  };
}

/** Of a connection that fails the name says nothing, and the code of the system what happened. */
function nameOf(error: unknown): string {
  const { name, code } = error as NodeJS.ErrnoException;
  return code !== undefined && (name === 'Error' || name === 'AggregateError') ? code : name;
}
