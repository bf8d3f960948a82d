import { sameDigest } from '../../ledger/mac';
import type { Clock } from '../clock';
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

interface Found {
  readonly row: Row;
  readonly version: number;
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
  /** What holders of this process last wrote: they change it without a reading, and learn from the store when they lost it. */
  const held = new Map<string, Found>();
  const name = ({ key, holder }: Pick<Lease, 'key' | 'holder'>): string => `${holder} ${key}`;

  async function write(key: string, row: Row, seen: number): Promise<boolean> {
    const expiresAt = Math.max(row.until, clock.now()) + memory;
    const written = await store.write(key, JSON.stringify(row), seen, expiresAt);
    if (written) held.set(name({ key, holder: row.holder }), { row, version: seen + 1 });
    return written;
  }

  async function find(key: string): Promise<Found | undefined> {
    const found = await store.read(key);
    return found && { row: JSON.parse(found.value) as Row, version: found.version };
  }

  /** Changes a row that its holder still has. */
  async function change(lease: Lease, to: (row: Row) => Row): Promise<boolean> {
    const found = held.get(name(lease));
    return found !== undefined && write(lease.key, to(found.row), found.version);
  }

  return {
    async begin({ key, request, holder, until }) {
      // most requests are new, and this is on the way of each
      if (await write(key, { request, holder, until }, 0)) return { state: 'new' };
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
    async settle(lease, end) {
      try {
        return await change(lease, (row) => ({ ...row, end }));
      } finally {
        held.delete(name(lease));
      }
    },
    async release(lease) {
      try {
        // ended at once: what was sealed stays known
        await change(lease, (row) => ({ ...row, until: 0 }));
      } finally {
        held.delete(name(lease));
      }
    },
  };
}
