import type { WriteLine } from './call-log';
import { RedactionError } from './errors';

/** What a log line may tell besides ids and durations: codes and counts. */
export interface LogFields {
  readonly outcome: string;
  readonly [name: string]: string | number | undefined | Readonly<Record<string, number>>;
}

/**
 * Runs one call of a hook and writes the one line of log it leaves. An error that is not ours becomes one that tells
 * nothing; Lambda logs it and, for an asynchronous call, tries again.
 */
export async function loggedHook<T>(
  hook: string,
  requestId: string,
  write: WriteLine,
  run: () => Promise<T>,
  tell: (answer: T) => LogFields,
): Promise<T> {
  const start = performance.now();
  const line = (fields: LogFields): void => {
    const durationMs = Math.round(performance.now() - start);
    write(`${JSON.stringify({ event: hook, requestId, durationMs, ...fields })}\n`);
  };
  try {
    const answer = await run();
    line(tell(answer));
    return answer;
  } catch (error) {
    const known =
      error instanceof RedactionError
        ? error
        : new RedactionError('INTERNAL', 'redaction failed; nothing was sent on');
    line({ outcome: known.code });
    throw known;
  }
}
