/**
 * Where objects of a ledger are. In this order, too: whoever downloads a ledger that is being written, name by name, gets
 * checkpoints before the records they vouch for, and records before the writers that announced them.
 */
export const FOLDERS = { checkpoints: 'checkpoints/', records: 'records/', writers: 'writers/' } as const;

/** One process that writes, on one day: a chain of its own. */
export interface WriterName {
  /** `YYYY-MM-DD`, UTC, of its announcement. It writes no segment on another. */
  readonly day: string;
  /** 96 random bits in hex. */
  readonly id: string;
}

/** An object of a writer's chain: records, or the close of a segment. */
export interface ObjectPlace extends WriterName {
  readonly segment: number;
  /** Counts up from 1 in each segment. */
  readonly object: number;
}

/** Digits of numbers in names, so that they sort as they count. */
const DIGITS = { segment: 6, object: 6, checkpoint: 10 } as const;
/** Checkpoints are named by what is left to it: the newest one is the first of a listing. */
const LAST_CHECKPOINT = 9_999_999_999;

const NAME = String.raw`(\d{4}-\d{2}-\d{2})/([0-9a-f]{24})`;
const OBJECT = new RegExp(String.raw`^records/${NAME}/(\d{6})/(\d{6})\.jsonl$`, 'u');
const WRITER = new RegExp(String.raw`^writers/${NAME}\.json$`, 'u');
const CHECKPOINT = /^checkpoints\/(\d{10})-(\d{10})\.json$/u;
const RECEIPT = /^(\d{4}-\d{2}-\d{2})\.([0-9a-f]{24})\.(\d{1,6})\.(\d{1,6})\.(\d{1,15})$/u;

export function writerFolder({ day, id }: WriterName): string {
  return `${FOLDERS.records}${day}/${id}/`;
}

export function objectKey({ segment, object, ...name }: ObjectPlace): string {
  return `${writerFolder(name)}${padded(segment, DIGITS.segment)}/${padded(object, DIGITS.object)}.jsonl`;
}

export function announcementKey({ day, id }: WriterName): string {
  return `${FOLDERS.writers}${day}/${id}.json`;
}

export function checkpointKey(number: number): string {
  const left = padded(LAST_CHECKPOINT - number, DIGITS.checkpoint);
  return `${FOLDERS.checkpoints}${left}-${padded(number, DIGITS.checkpoint)}.json`;
}

/** Undefined: the name of no such object. */
export function objectPlaceOf(key: string): ObjectPlace | undefined {
  const [, day, id, segment, object] = OBJECT.exec(key) ?? [];
  if (day === undefined || id === undefined) return undefined;
  return { day, id, segment: Number(segment), object: Number(object) };
}

export function writerNameOf(key: string): WriterName | undefined {
  const [, day, id] = WRITER.exec(key) ?? [];
  return day === undefined || id === undefined ? undefined : { day, id };
}

export function checkpointNumberOf(key: string): number | undefined {
  const [, , digits] = CHECKPOINT.exec(key) ?? [];
  const number = Number(digits);
  return digits !== undefined && checkpointKey(number) === key ? number : undefined;
}

/** What a caller keeps: it says where the record is, and nothing else. */
export function receiptId(place: ObjectPlace, sequence: number): string {
  return `${place.day}.${place.id}.${place.segment}.${place.object}.${sequence}`;
}

export interface ReceiptPlace extends ObjectPlace {
  readonly sequence: number;
}

export function receiptPlaceOf(receipt: string): ReceiptPlace | undefined {
  const [, day, id, segment, object, sequence] = RECEIPT.exec(receipt) ?? [];
  if (day === undefined || id === undefined) return undefined;
  return { day, id, segment: Number(segment), object: Number(object), sequence: Number(sequence) };
}

function padded(number: number, digits: number): string {
  return String(number).padStart(digits, '0');
}
