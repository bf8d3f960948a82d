import { instantOf } from './clock';
import { sha256 } from './hash';
import { LEDGER_SCHEMA_VERSION, type Receipt } from './ledger-entry';
import type { Announcement, Close } from './ledger-object';
import { lineOf, objectOf } from './line';
import { announcementKey, objectKey, receiptId, type WriterName } from './place';
import { signed, type Signer } from './signer';

/** How far a chain is. A value: what is not yet durable is a next one, and may be dropped. */
export interface ChainState {
  readonly writer: WriterName;
  readonly segment: number;
  /** Number of the last object in this segment; 0: none yet. */
  readonly object: number;
  /** Number of the last record. */
  readonly sequence: number;
  /** Number of the first record of this segment, the one after the last when there is none. */
  readonly first: number;
  /** SHA-256 of the last line. */
  readonly head: string;
  readonly previousClose: string;
  /** Milliseconds since 1970. */
  readonly lastTime: number;
  /** Of the first record in this segment. */
  readonly openedAt: number | undefined;
  readonly clockBackwards: number;
  /** No record follows. */
  readonly ended: boolean;
}

/** An object to be stored, and how far the chain is when it is. */
export interface NextObject {
  readonly key: string;
  readonly bytes: Uint8Array;
  readonly next: ChainState;
}

export interface NextRecords extends NextObject {
  readonly receipts: readonly Receipt[];
}

export function announcing(writer: WriterName, now: number): NextObject {
  const announcement: Announcement = {
    schema: LEDGER_SCHEMA_VERSION,
    type: 'writer',
    writer: writer.id,
    day: writer.day,
    time: instantOf(now),
  };
  const line = lineOf(announcement);
  return {
    key: announcementKey(writer),
    bytes: objectOf([line]),
    next: announced(writer, line, Math.floor(now)),
  };
}

export function announced(writer: WriterName, line: string, time: number): ChainState {
  const head = sha256(line);
  const place = { writer, segment: 1, object: 0, sequence: 0, first: 1 };
  return {
    ...place,
    head,
    previousClose: head,
    lastTime: time,
    openedAt: undefined,
    clockBackwards: 0,
    ended: false,
  };
}

/** @param entries as canonical JSON */
export function extending(state: ChainState, entries: readonly string[], now: number): NextRecords {
  const { writer, segment } = state;
  const place = { ...writer, segment, object: state.object + 1 };
  const time = Math.max(Math.floor(now), state.lastTime);
  const behind = time - Math.floor(now);
  const instant = instantOf(time);
  const lines: string[] = [];
  const receipts: Receipt[] = [];
  let [sequence, head] = [state.sequence, state.head];
  for (const entry of entries) {
    sequence += 1;
    // as canonicalJson would write it, names in order, without taking the entry apart once more
    const line =
      `{${behind > 0 ? `"clockBackwards":${behind},` : ''}"entry":${entry},"object":${place.object},` +
      `"previous":"${head}","schema":${LEDGER_SCHEMA_VERSION},"segment":${segment},"sequence":${sequence},` +
      `"time":"${instant}","type":"record","writer":"${writer.id}"}`;
    head = sha256(line);
    lines.push(line);
    receipts.push({ id: receiptId(place, sequence), recordHash: head });
  }
  const next: ChainState = {
    ...state,
    object: place.object,
    sequence,
    head,
    lastTime: time,
    openedAt: state.openedAt ?? time,
    clockBackwards: state.clockBackwards + (behind > 0 ? entries.length : 0),
  };
  return { key: objectKey(place), bytes: objectOf(lines), next, receipts };
}

/** Signs the end of the segment. Who stores it may come too late: then there is another object under its key. */
export async function closing(
  state: ChainState,
  now: number,
  { by, final, signer }: { readonly by: Close['by']; readonly final: boolean; readonly signer: Signer },
): Promise<NextObject> {
  const { writer, segment } = state;
  const place = { ...writer, segment, object: state.object + 1 };
  const close = await signed(
    {
      schema: LEDGER_SCHEMA_VERSION,
      type: 'close' as const,
      writer: writer.id,
      segment,
      object: place.object,
      first: state.first,
      last: state.sequence,
      count: state.sequence - state.first + 1,
      previous: state.head,
      previousClose: state.previousClose,
      time: instantOf(Math.max(now, state.lastTime)),
      clockBackwards: state.clockBackwards,
      by,
      final,
    },
    signer,
  );
  const line = lineOf(close);
  return { key: objectKey(place), bytes: objectOf([line]), next: closed(state, close, sha256(line)) };
}

/** Behind the close of its segment, whoever wrote that. */
export function closed(state: ChainState, close: Close, hash: string): ChainState {
  return {
    ...state,
    segment: state.segment + 1,
    object: 0,
    first: state.sequence + 1,
    head: hash,
    previousClose: hash,
    lastTime: Math.max(state.lastTime, Date.parse(close.time)),
    openedAt: undefined,
    clockBackwards: 0,
    ended: close.final,
  };
}
