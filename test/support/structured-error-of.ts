import { StructuredError } from '../../lambda/redaction/structured/structured-error';

/** The error a call ends with; its whole stack is checked by who asks. */
export function structuredErrorOf(run: () => unknown): StructuredError {
  try {
    run();
  } catch (error) {
    if (error instanceof StructuredError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
