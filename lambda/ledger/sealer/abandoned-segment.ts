import { announced, closing, type ChainState } from '../chain';
import type { Clock } from '../clock';
import { putDurably } from '../durable-put';
import { sha256 } from '../hash';
import { announcementSchema, closeSchema, type Witness } from '../ledger-object';
import type { LedgerStore } from '../ledger-store';
import { linesOf, valueOf } from '../line';
import { announcementKey, objectKey, objectPlaceOf, writerFolder, type WriterName } from '../place';
import type { Signer } from '../signer';
import { ChainCheck } from '../verify/chain-check';
import { BrokenChain } from './follow';

export interface ClosingProps {
  readonly store: LedgerStore;
  readonly signer: Signer;
  readonly clock: Clock;
  readonly deadline: number;
}

/**
 * Closes the segment of a writer that is gone, after its records were checked: a signature would vouch for them.
 *
 * @returns how far the writer is then; undefined: it is not gone, or somebody else was first
 * @throws BrokenChain, LedgerError
 */
export async function closeAbandoned(witness: Witness, props: ClosingProps): Promise<Witness | undefined> {
  const { store, signer, clock, deadline } = props;
  const state = await checked(store, witness);
  if (state === undefined) return undefined;
  const close = await closing(state, clock.now(), { by: 'sealer', final: false, signer });
  const theirs = await putDurably(close.key, close.bytes, { store, clock, deadline });
  if (theirs !== undefined) return undefined;
  return {
    ...witness,
    object: state.object + 1,
    head: close.next.head,
    time: new Date(close.next.lastTime).toISOString(),
    state: 'closed',
  };
}

/** The chain up to the last object that was seen; undefined: it went on meanwhile. */
async function checked(store: LedgerStore, witness: Witness): Promise<ChainState | undefined> {
  const name = { day: witness.day, id: witness.writer };
  const { segment, object } = witness;
  const check = new ChainCheck({
    start: await startOf(store, name, segment),
    keys: undefined,
    report: () => {
      throw new BrokenChain();
    },
  });
  const before = objectKey({ ...name, segment, object: 0 });
  for await (const key of store.list(writerFolder(name), before)) {
    const place = objectPlaceOf(key);
    if (place === undefined) throw new BrokenChain();
    if (place.segment !== segment || place.object > object) return undefined;
    check.object(place, (await store.get(key)) ?? new Uint8Array());
  }
  check.end();
  const { state } = check;
  if (state.head !== witness.head || state.object !== object) throw new BrokenChain();
  return state;
}

/** Behind the close of the segment before, or the announcement. */
async function startOf(store: LedgerStore, name: WriterName, segment: number): Promise<ChainState> {
  const announcementLine = await onlyLine(store, announcementKey(name));
  const announcement = valueOf(announcementLine, announcementSchema);
  if (announcement === undefined) throw new BrokenChain();
  const begin = announced(name, announcementLine, Date.parse(announcement.time));
  if (segment === 1) return begin;
  let key = '';
  const folder = objectKey({ ...name, segment: segment - 1, object: 0 });
  for await (const each of store.list(writerFolder(name), folder)) {
    if (objectPlaceOf(each)?.segment !== segment - 1) break;
    key = each;
  }
  const line = await onlyLine(store, key);
  const close = valueOf(line, closeSchema);
  if (close === undefined) throw new BrokenChain();
  const hash = sha256(line);
  return {
    ...begin,
    segment,
    sequence: close.last,
    first: close.last + 1,
    head: hash,
    previousClose: hash,
    lastTime: Date.parse(close.time),
  };
}

async function onlyLine(store: LedgerStore, key: string): Promise<string> {
  const [line, ...more] = linesOf((await store.get(key)) ?? new Uint8Array()) ?? [];
  if (line === undefined || more.length > 0) throw new BrokenChain();
  return line;
}
