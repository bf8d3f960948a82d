/** What can be wrong with a ledger. Codes are stable: programs and alarms go by them. */
export const FINDING_CODES = {
  RECORD_CHANGED:
    'the record is not the one that the line behind it, or the close of its segment, vouches for',
  RECORD_MISSING: 'records are not there that were',
  RECORD_REPEATED: 'the number of the record was there before',
  RECORD_OUT_OF_ORDER: 'the record stands behind a later one',
  RECORD_ADDED: 'records are there that the signed close of their segment does not count',
  RECORD_UNREADABLE: 'the line is no record in canonical JSON of this version',
  OBJECT_UNREADABLE: 'the object is no text of whole lines',
  MISPLACED: 'the object is of another writer, segment or place: it was copied or renamed',
  STRANGE_OBJECT: 'nothing of a ledger has this name',
  SEGMENT_MISSING: 'segments are not there that were',
  CLOSE_MISSING: 'the segment has no close, and a later one begins',
  CLOSE_CHANGED: 'the close of the segment is not the one that the line behind it vouches for',
  CLOSE_WRONG: 'the close of the segment counts its records wrongly',
  AFTER_CLOSE: 'the object stands behind the close of its segment, or behind the last segment',
  SIGNATURE_INVALID: 'the signature is not of the key it names, or what it is over was changed',
  SIGNATURE_KEY_UNKNOWN: 'it is signed by a key that was not given',
  CLOCK_BACKWARDS: 'the time is before that of what came before',
  CLOCK_AHEAD: 'the time is after that of the checkpoint that has seen it',
  ANNOUNCEMENT_MISSING: 'the writer has records and no announcement',
  ANNOUNCEMENT_CHANGED: 'the announcement is not the one that the first record, or a checkpoint, vouches for',
  WRITER_MISSING: 'a checkpoint has seen the writer, and nothing of it is there',
  WRITER_UNWITNESSED: 'the writer is older than the last checkpoint, and no checkpoint has seen it',
  TAIL_MISSING: 'a checkpoint has seen more of the writer than there is',
  HEAD_DIFFERS: 'a checkpoint has seen another record in this place',
  CHECKPOINT_MISSING: 'checkpoints are not there that were',
  CHECKPOINT_CHANGED: 'the checkpoint is not the one that the next, or its anchor, vouches for',
  CHECKPOINT_UNREADABLE: 'the object is no checkpoint in canonical JSON of this version',
} as const;

export type FindingCode = keyof typeof FINDING_CODES;

export interface Finding {
  readonly code: FindingCode;
  /** Key of the object. */
  readonly key: string;
  /** Numbers of the records, where it is about some. */
  readonly first?: number;
  readonly last?: number;
}

export type Report = (finding: Finding) => void;
