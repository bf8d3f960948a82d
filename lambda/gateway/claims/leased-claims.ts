import type { Clock } from '../clock';
import { sameDigest } from '../mac';
import type { VersionedStore } from '../store/versioned-store';
import type { Claim, Claims, Lease, SealedReply } from './claims';

type End = Extract<Claim, { state: 'answered' | 'refused' }>;

/** A claim as the store holds it. */
interface Row {
  readonly request: string;
  readonly holder: string;
  readonly until: number;
  readonly sealed?: SealedReply;
  readonly end?: End;
}

export interface LeasedClaimsProps {
  readonly store: VersionedStore;
  readonly clock: Pick<Clock, 'now'>;
  /**
   * Milliseconds for which a request is known after it was answered.
   * @default a day
   */
  readonly memory?: number;
}

export const DEFAULT_CLAIM_MEMORY_MS = 86_400_000;
const MOST_TRIES = 5;

/** `Claims` over any store that compares before it writes. */
export function createLeasedClaims({
  store,
  clock,
  memory = DEFAULT_CLAIM_MEMORY_MS,
}: LeasedClaimsProps): Claims {
  const write = (key: string, row: Row, seen: number): Promise<boolean> =>
    store.write(key, JSON.stringify(row), seen, Math.max(row.until, clock.now()) + memory);

  async function find(key: string): Promise<{ readonly row: Row; readonly version: number } | undefined> {
    const found = await store.read(key);
    return found && { row: JSON.parse(found.value) as Row, version: found.version };
  }

  /** Changes a row that its holder still has. */
  async function change(lease: Lease, change: (row: Row) => Row): Promise<boolean> {
    const found = await find(lease.key);
    if (found === undefined || found.row.holder !== lease.holder) return false;
    return write(lease.key, change(found.row), found.version);
  }

  return {
    async begin({ key, request, holder, until }) {
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const found = await find(key);
        const row = found?.row;
        if (row !== undefined) {
          if (!sameDigest(row.request, request)) return { state: 'other' };
          if (row.end !== undefined) return row.end;
          if (row.until > clock.now()) return { state: 'running' };
        }
        const sealed = row?.sealed;
        const taken = { request, holder, until, ...(sealed === undefined ? {} : { sealed }) };
        if (await write(key, taken, found?.version ?? 0))
          return sealed === undefined ? { state: 'new' } : { state: 'unrecorded', sealed };
      }
      return { state: 'running' };
    },
    sealed: (lease, sealed) => change(lease, (row) => ({ ...row, sealed })),
    settle: (lease, end) => change(lease, (row) => ({ ...row, end })),
    async release(lease) {
      // ended at once: what was sealed stays known
      await change(lease, (row) => ({ ...row, until: 0 }));
    },
  };
}
