import { countByCategory } from './span';
import type { RedactionAnswer, RedactionService } from './redaction-service';
import { RedactionError } from './errors';

/** One line of JSON. The handler gives a writer to standard output. */
export type WriteLine = (line: string) => void;

/** Runs one call and writes the one line of log it leaves: ids, durations, counts and a code, never text. */
export async function logged(
  service: RedactionService,
  event: unknown,
  requestId: string,
  write: WriteLine,
): Promise<RedactionAnswer> {
  const start = performance.now();
  const line = (outcome: string, answer?: RedactionAnswer): void => {
    const durationMs = Math.round(performance.now() - start);
    const counts = countByCategory(answer?.spans ?? []);
    write(`${JSON.stringify({ event: 'redaction', requestId, outcome, durationMs, counts })}\n`);
  };
  try {
    const answer = await service(event);
    line('OK', answer);
    return answer;
  } catch (error) {
    const known =
      error instanceof RedactionError
        ? error
        : new RedactionError('INTERNAL', 'redaction failed; nothing was returned');
    line(known.code);
    throw known;
  }
}
