import { sha256 } from '../hash';
import { checkpointSchema, NO_HASH, type Checkpoint, type Witness } from '../ledger-object';
import type { LedgerStore } from '../ledger-store';
import { linesOf, valueOf } from '../line';
import { checkpointNumberOf, FOLDERS } from '../place';
import type { PublicKeys } from '../signer';
import type { Report } from './finding';
import { readAhead } from './read-ahead';
import { signatureFault } from './signature-check';

/** Milliseconds by which clocks may differ, and a first object may be on its way. */
export const CLOCK_TOLERANCE_MS = 300_000;

/** A checkpoint that somebody kept elsewhere, such as in a log: the newest ones cannot vouch for themselves. */
export interface Anchor {
  readonly number: number;
  readonly hash: string;
}

/** What checkpoints say of one writer. */
export interface SeenWriter {
  readonly last: Witness;
  /** Key of the checkpoint that says so. */
  readonly key: string;
  /** Of the newest checkpoint that has not seen it yet, milliseconds since 1970; undefined: the first one has. */
  notSeenAt: number | undefined;
}

export interface SeenWriters {
  /** By id. */
  readonly writers: Map<string, SeenWriter>;
  readonly checkpoints: number;
  readonly newest: (Anchor & { readonly time: number }) | undefined;
}

export interface CheckpointCheckProps {
  readonly store: LedgerStore;
  readonly keys: PublicKeys | undefined;
  readonly report: Report;
  readonly anchor: Anchor | undefined;
}

/** Follows the checkpoints from the newest to the first, as they are listed. Holds the last word on each writer. */
export async function checkCheckpoints(props: CheckpointCheckProps): Promise<SeenWriters> {
  const { store, keys, report, anchor } = props;
  const writers = new Map<string, SeenWriter>();
  let checkpoints = 0;
  let newest: SeenWriters['newest'];
  /** The one in front, which has to be what this one says. */
  let expected: (Anchor & { readonly key: string; readonly time: number }) | undefined;
  let newlySeen: readonly SeenWriter[] = [];
  let isAnchored = anchor === undefined;

  for await (const { key, bytes } of readAhead(store.list(FOLDERS.checkpoints), (each) => store.get(each))) {
    const number = checkpointNumberOf(key);
    if (number === undefined) {
      report({ code: 'STRANGE_OBJECT', key });
      continue;
    }
    const line = linesOf(bytes ?? new Uint8Array())?.[0] ?? '';
    const checkpoint = valueOf(line, checkpointSchema);
    if (checkpoint === undefined || checkpoint.number !== number) {
      report({ code: 'CHECKPOINT_UNREADABLE', key });
      continue;
    }
    checkpoints += 1;
    const hash = sha256(line);
    const time = Date.parse(checkpoint.time);
    const fault = signatureFault(checkpoint, keys);
    if (fault) report({ code: fault, key });
    if (expected && expected.number !== number) report({ code: 'CHECKPOINT_MISSING', key: expected.key });
    else if (expected && expected.hash !== hash) report({ code: 'CHECKPOINT_CHANGED', key });
    if (expected && time > expected.time) report({ code: 'CLOCK_BACKWARDS', key: expected.key });
    if (anchor?.number === number) {
      isAnchored = true;
      if (anchor.hash !== hash) report({ code: 'CHECKPOINT_CHANGED', key });
    }
    newest ??= { number, hash, time };
    for (const seen of newlySeen) seen.notSeenAt = time;
    newlySeen = witnessed(checkpoint, { key, time, writers, report });
    expected = { number: number - 1, hash: checkpoint.previous, key, time };
  }
  const isWhole = expected === undefined || (expected.number === 0 && expected.hash === NO_HASH);
  if (!isWhole || !isAnchored)
    report({ code: 'CHECKPOINT_MISSING', key: expected?.key ?? FOLDERS.checkpoints });
  return { writers, checkpoints, newest };
}

/** @returns the writers of this checkpoint, of which the one before tells whether it has seen them */
function witnessed(
  { writers: witnesses }: Checkpoint,
  {
    key,
    time,
    writers,
    report,
  }: {
    readonly key: string;
    readonly time: number;
    readonly writers: Map<string, SeenWriter>;
    readonly report: Report;
  },
): readonly SeenWriter[] {
  return witnesses.map((witness) => {
    if (Date.parse(witness.time) > time + CLOCK_TOLERANCE_MS) report({ code: 'CLOCK_AHEAD', key });
    const seen = writers.get(witness.writer) ?? { last: witness, key, notSeenAt: undefined };
    seen.notSeenAt = undefined;
    writers.set(witness.writer, seen);
    return seen;
  });
}
