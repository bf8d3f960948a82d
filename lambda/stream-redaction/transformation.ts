import { addCounts, type Counts } from '../redaction/category';
import { RedactionError } from '../redaction/errors';
import type { Redactor } from '../redaction/redactor';
import { redactRecord } from './record';

/** Base64 characters of all records of one answer: Lambda ends a synchronous one at 6 MB, ids and braces included. */
export const LONGEST_ANSWER = 5_500_000;

/** Source: Amazon Data Firehose developer guide, "Required parameters for data transformation". */
export interface TransformedRecord {
  readonly recordId: string;
  /** Firehose delivers what is `Ok`, forgets what is `Dropped`, and writes what came under its error prefix otherwise. */
  readonly result: 'Ok' | 'Dropped' | 'ProcessingFailed';
  /** Base64; there for what is `Ok` only. */
  readonly data?: string;
}

export interface Transformation {
  readonly records: readonly TransformedRecord[];
}

/** What a transformation comes to; counts only. */
export interface TransformationTally {
  readonly ok: number;
  readonly dropped: number;
  readonly failed: number;
  readonly counts: Counts;
}

/**
 * Answers one call of Firehose. A record that cannot be redacted is `ProcessingFailed`, and so is one for which there is
 * no room left in the answer: nothing of it is in the answer.
 */
export function createTransformation(
  redactor: Redactor,
): (event: unknown) => { readonly answer: Transformation; readonly tally: TransformationTally } {
  return (event) => {
    const tally = { ok: 0, dropped: 0, failed: 0, counts: {} as Counts };
    let length = 0;
    const records = parseRecords(event).map(({ recordId, data }): TransformedRecord => {
      try {
        const redacted = redactRecord(Buffer.from(data, 'base64'), redactor);
        if (redacted.data === undefined) {
          tally.dropped++;
          return { recordId, result: 'Dropped' };
        }
        const encoded = Buffer.from(redacted.data).toString('base64');
        if (length + encoded.length > LONGEST_ANSWER) throw new RangeError('no room');
        length += encoded.length;
        tally.ok++;
        addCounts(tally.counts, redacted.counts);
        return { recordId, result: 'Ok', data: encoded };
      } catch {
        tally.failed++;
        return { recordId, result: 'ProcessingFailed' };
      }
    });
    return { answer: { records }, tally };
  };
}

interface GivenRecord {
  readonly recordId: string;
  readonly data: string;
}

function parseRecords(event: unknown): readonly GivenRecord[] {
  const records: unknown = (event as { readonly records?: unknown } | null)?.records;
  if (!Array.isArray(records) || !records.every(isGiven)) {
    throw new RedactionError('INVALID_EVENT', `'records' is no list of records with 'recordId' and 'data'`);
  }
  return records;
}

function isGiven(record: unknown): record is GivenRecord {
  const given = record as Partial<Record<keyof GivenRecord, unknown>> | null;
  return typeof given?.recordId === 'string' && typeof given.data === 'string';
}
