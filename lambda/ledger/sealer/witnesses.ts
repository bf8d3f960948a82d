import { sha256 } from '../hash';
import { checkpointSchema, NO_HASH, type Checkpoint, type Witness } from '../ledger-object';
import type { LedgerStore } from '../ledger-store';
import { linesOf, valueOf } from '../line';
import { checkpointKey, FOLDERS } from '../place';

/** What the checkpoints so far say of writers that are not retired. */
export interface Witnesses {
  /** Of the newest checkpoint; 0: there is none. */
  readonly number: number;
  readonly hash: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** By id. */
  readonly writers: ReadonlyMap<string, Witness>;
}

/** A checkpoint on which no other can be built. */
export class BrokenCheckpoint extends Error {
  override readonly name = 'BrokenCheckpoint';

  constructor(key: string) {
    super(`${key} is missing or damaged; verify the ledger`);
  }
}

/**
 * Reads back from the newest checkpoint to one that lists all.
 *
 * @throws BrokenCheckpoint
 */
export async function readWitnesses(store: LedgerStore): Promise<Witnesses> {
  const key = await newestKey(store);
  if (key === undefined) return { number: 0, hash: NO_HASH, time: 0, writers: new Map() };
  const newest = await readCheckpoint(store, key);
  const writers = new Map<string, Witness>();
  for (let each = newest; ; each = await readCheckpoint(store, checkpointKey(each.value.number - 1))) {
    for (const witness of each.value.writers) {
      // a newer one has said it already
      if (!writers.has(witness.writer)) writers.set(witness.writer, witness);
    }
    if (each.value.full) break;
  }
  for (const [id, { state }] of writers) if (state === 'retired') writers.delete(id);
  const { number, time } = newest.value;
  return { number, hash: newest.hash, time: Date.parse(time), writers };
}

async function newestKey(store: LedgerStore): Promise<string | undefined> {
  for await (const key of store.list(FOLDERS.checkpoints)) return key;
  return undefined;
}

async function readCheckpoint(
  store: LedgerStore,
  key: string,
): Promise<{ readonly value: Checkpoint; readonly hash: string }> {
  const [line = ''] = linesOf((await store.get(key)) ?? new Uint8Array()) ?? [];
  const value = valueOf(line, checkpointSchema);
  if (value === undefined || checkpointKey(value.number) !== key) throw new BrokenCheckpoint(key);
  return { value, hash: sha256(line) };
}
