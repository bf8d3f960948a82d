import { RedactionError } from '../errors';
import type { Span } from '../span';

/** A service that reads the text elsewhere. Give it text only under a business associate agreement. */
export interface CloudDetector {
  /** What spans and errors call it. */
  readonly name: string;
  /**
   * Spans in UTF-16 units of the text, in any order, overlapping or not.
   *
   * @throws RedactionError DETECTOR_FAILED: the text was not read, or not all of it
   */
  readonly detect: (text: string) => Promise<readonly Span[]>;
}

const REASONS = {
  THROTTLED: 'kept throttling; ask less at a time or have the quota raised',
  TIMED_OUT: 'gave no answer in time',
  REFUSED: 'refused or failed the request; see its metrics for why',
  UNREADABLE: 'gave an answer that does not fit the text; nothing of it was used',
  NO_POLICY: 'is a guardrail that does not look for sensitive information; add such a policy to it',
} as const;

export type FailureReason = keyof typeof REASONS;

/** An error that names the detector and the kind of failure, and keeps nothing of what the service said. */
export function detectorFailed(detector: string, reason: FailureReason): RedactionError {
  return new RedactionError('DETECTOR_FAILED', `${detector} ${REASONS[reason]}`);
}
