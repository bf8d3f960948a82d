import { z } from 'zod';
import { ledgerEntrySchema, LEDGER_SCHEMA_VERSION } from './ledger-entry';

const hash = z.string().regex(/^[0-9a-f]{64}$/u);
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/u);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u);
const writer = z.string().regex(/^[0-9a-f]{24}$/u);
const number = z.int().min(1);
const count = z.int().min(0);
const schema = z.literal(LEDGER_SCHEMA_VERSION);

/** Who signed: the signature is over the canonical JSON of everything but itself. */
const signed = { keyId: z.string().regex(/^sha256:[0-9a-f]{64}$/u), signature: z.base64() };

/** A writer says that it is there, before its first record. Its hash begins the chain. */
export const announcementSchema = z.strictObject({
  schema,
  type: z.literal('writer'),
  writer,
  day,
  time: instant,
});

/** One entry in its place of the chain. */
export const recordSchema = z.strictObject({
  schema,
  type: z.literal('record'),
  writer,
  segment: number,
  object: number,
  /** Counts up from 1 over all segments of the writer. */
  sequence: number,
  /** Never before that of the record in front of it. */
  time: instant,
  /** Milliseconds by which the clock stood behind the record in front: it was turned back, and `time` is that one's. */
  clockBackwards: number.optional(),
  /** SHA-256 of the line in front: a record, the close of the segment before, or the announcement. */
  previous: hash,
  entry: ledgerEntrySchema,
});

/** The end of a segment, by its writer or, when that died, by the sealer: the next object, so only one of them writes it. */
export const closeSchema = z.strictObject({
  schema,
  type: z.literal('close'),
  writer,
  segment: number,
  object: number,
  /** Numbers of the first and the last record; the last is below the first when there is none. */
  first: number,
  last: count,
  count,
  previous: hash,
  /** SHA-256 of the close of the segment before, or of the announcement. */
  previousClose: hash,
  time: instant,
  /** Records of the segment that were written while the clock stood behind. */
  clockBackwards: count,
  by: z.enum(['writer', 'sealer']),
  /** The writer begins no other segment. */
  final: z.boolean(),
  ...signed,
});

/** How far a writer was when a checkpoint was made. */
export const witnessSchema = z.strictObject({
  day,
  writer,
  segment: number,
  /** 0: announced, and nothing yet in this segment. */
  object: count,
  sequence: count,
  /** SHA-256 of the last line. */
  head: hash,
  time: instant,
  state: z.enum(['open', 'closed', 'retired']),
});

/** How far all writers were: what was there then, and is missing later, shows. */
export const checkpointSchema = z.strictObject({
  schema,
  type: z.literal('checkpoint'),
  number,
  time: instant,
  /** SHA-256 of the checkpoint before; 64 zeros in front of the first. */
  previous: hash,
  /** Lists every writer that is not retired; else those that changed since the one before. */
  full: z.boolean(),
  writers: z.array(witnessSchema),
  ...signed,
});

export type Announcement = z.infer<typeof announcementSchema>;
export type LedgerRecord = z.infer<typeof recordSchema>;
export type Close = z.infer<typeof closeSchema>;
export type Witness = z.infer<typeof witnessSchema>;
export type Checkpoint = z.infer<typeof checkpointSchema>;

/** Stands in front of the first checkpoint. */
export const NO_HASH = '0'.repeat(64);
