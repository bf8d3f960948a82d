import { RedactionError } from '../errors';
import type { Span } from '../span';
import { detectorFailed } from './cloud-detector';
import type { Piece } from './pieces';
import { isThrottling, type RequestPace } from './request-pace';

/** How long one request may take, in milliseconds, tries of the SDK included. */
export const DEFAULT_TIMEOUT = 15_000;

export interface PieceReading {
  readonly detector: string;
  readonly pieces: readonly Piece[];
  readonly pace: RequestPace;
  readonly timeout: number;
  readonly read: (piece: Piece, signal: AbortSignal) => Promise<readonly Span[]>;
}

/**
 * Reads every piece of a text. One that fails stops the rest.
 *
 * @throws RedactionError DETECTOR_FAILED; it keeps nothing of what the service or the SDK said
 */
export async function readPieces({ detector, pieces, pace, timeout, read }: PieceReading): Promise<Span[]> {
  const stop = new AbortController();
  try {
    const found = await Promise.all(
      pieces.map((piece) =>
        pace.run(piece.text.length, stop.signal, () =>
          read(piece, AbortSignal.any([stop.signal, AbortSignal.timeout(timeout)])),
        ),
      ),
    );
    return found.flat();
  } catch (error) {
    stop.abort();
    throw asFailure(detector, error);
  }
}

function asFailure(detector: string, error: unknown): RedactionError {
  if (error instanceof RedactionError) return error;
  if (isThrottling(error)) return detectorFailed(detector, 'THROTTLED');
  const name = error instanceof Error ? error.name : '';
  return detectorFailed(detector, name === 'TimeoutError' || name === 'AbortError' ? 'TIMED_OUT' : 'REFUSED');
}
