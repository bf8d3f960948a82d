import { sha256 } from '../hash';
import { announcementSchema, closeSchema, recordSchema, type Witness } from '../ledger-object';
import type { LedgerStore } from '../ledger-store';
import { jsonOf, linesOf, typeOf, valueOf } from '../line';
import {
  announcementKey,
  objectKey,
  objectPlaceOf,
  writerFolder,
  type ObjectPlace,
  type WriterName,
} from '../place';

/** An object of a writer is not what its name says. */
export class BrokenChain extends Error {
  override readonly name = 'BrokenChain';
}

/** A writer that no checkpoint has seen. @throws BrokenChain */
export async function newcomer(store: LedgerStore, { day, id }: WriterName): Promise<Witness> {
  const bytes = await store.get(announcementKey({ day, id }));
  const [line = ''] = linesOf(bytes ?? new Uint8Array()) ?? [];
  const announcement = valueOf(line, announcementSchema);
  if (announcement?.writer !== id || announcement.day !== day) throw new BrokenChain();
  const start = { segment: 1, object: 0, sequence: 0, head: sha256(line) };
  return { day, writer: id, ...start, time: announcement.time, state: 'open' };
}

/**
 * How far the writer is by now. Only its last object is read: its hash stands for all that is in front of it.
 *
 * @throws BrokenChain
 */
export async function followed(store: LedgerStore, witness: Witness): Promise<Witness> {
  const name = { day: witness.day, id: witness.writer };
  // of an open segment without objects there is no key yet: what comes before the first
  const after = objectKey({ ...name, segment: witness.segment, object: witness.object });
  let last: ObjectPlace | undefined;
  for await (const key of store.list(writerFolder(name), after)) {
    last = objectPlaceOf(key);
    if (last === undefined) throw new BrokenChain();
  }
  return last === undefined ? witness : seenIn(store, last, witness);
}

async function seenIn(store: LedgerStore, place: ObjectPlace, before: Witness): Promise<Witness> {
  const lines = linesOf((await store.get(objectKey(place))) ?? new Uint8Array()) ?? [];
  const line = lines.at(-1) ?? '';
  const json = jsonOf(line);
  const isClose = typeOf(json ?? null) === 'close';
  const value = (isClose ? closeSchema : recordSchema).safeParse(json).data;
  const isInPlace =
    value?.writer === place.id && value.segment === place.segment && value.object === place.object;
  if (value === undefined || !isInPlace) throw new BrokenChain();
  const sequence = value.type === 'close' ? value.last : value.sequence;
  if (sequence < before.sequence) throw new BrokenChain();
  const { segment, object } = place;
  const state = value.type === 'close' ? 'closed' : 'open';
  return { ...before, segment, object, sequence, head: sha256(line), time: value.time, state };
}
