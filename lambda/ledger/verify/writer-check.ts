import { announced, type ChainState } from '../chain';
import { announcementSchema } from '../ledger-object';
import type { LedgerStore } from '../ledger-store';
import { linesOf, valueOf } from '../line';
import { announcementKey, objectKey, type ObjectPlace, type WriterName } from '../place';
import type { PublicKeys } from '../signer';
import { ChainCheck, type FoundRecord } from './chain-check';
import { CLOCK_TOLERANCE_MS, type SeenWriter } from './checkpoint-check';
import type { FindingCode, Report } from './finding';

export interface WriterCheckProps {
  readonly store: LedgerStore;
  readonly keys: PublicKeys | undefined;
  readonly report: Report;
  /** What checkpoints say of it. */
  readonly seen: SeenWriter | undefined;
  /** Of the newest checkpoint, milliseconds since 1970. */
  readonly newestAt: number | undefined;
}

/** One writer: its announcement, its chain, and what checkpoints say of both. */
export class WriterCheck {
  readonly #chain: ChainCheck;
  #isSeen = false;

  private constructor(
    private readonly name: WriterName,
    private readonly props: WriterCheckProps,
    start: ChainState,
  ) {
    const { keys, report } = props;
    this.#chain = new ChainCheck({ start, keys, report });
  }

  static async begin(name: WriterName, props: WriterCheckProps): Promise<WriterCheck> {
    const { store, report, newestAt, seen } = props;
    const key = announcementKey(name);
    const bytes = await store.get(key);
    const line = linesOf(bytes ?? new Uint8Array())?.[0] ?? '';
    const announcement = valueOf(line, announcementSchema);
    const isOwn = announcement?.writer === name.id && announcement.day === name.day;
    if (announcement === undefined || !isOwn) {
      const code = announcement ? 'MISPLACED' : 'ANNOUNCEMENT_CHANGED';
      report({ code: bytes === undefined ? 'ANNOUNCEMENT_MISSING' : code, key });
      const start = announced(name, line, 0);
      const check = new WriterCheck(name, props, start);
      check.#chain.loseHead();
      return check;
    }
    const time = Date.parse(announcement.time);
    const notSeenAt = seen ? seen.notSeenAt : newestAt;
    if (notSeenAt !== undefined && time < notSeenAt - CLOCK_TOLERANCE_MS) {
      report({ code: seen ? 'CLOCK_BACKWARDS' : 'WRITER_UNWITNESSED', key });
    }
    const check = new WriterCheck(name, props, announced(name, line, time));
    check.#witness('ANNOUNCEMENT_CHANGED', key);
    return check;
  }

  get segmentsClosed(): number {
    return this.#chain.segmentsClosed;
  }

  /** Records that no close vouches for yet. */
  get openRecords(): number {
    const { ended, sequence, first } = this.#chain.state;
    return ended ? 0 : sequence - first + 1;
  }

  object(place: ObjectPlace, bytes: Uint8Array): readonly FoundRecord[] {
    const found = this.#chain.object(place, bytes);
    const last = this.props.seen?.last;
    if (last?.segment === place.segment && last.object === place.object) {
      this.#witness('HEAD_DIFFERS', objectKey(place));
    }
    return found;
  }

  end(): void {
    this.#chain.end();
    const { seen, report } = this.props;
    if (!seen || this.#isSeen) return;
    const { segment, object } = seen.last;
    report({ code: 'TAIL_MISSING', key: objectKey({ ...this.name, segment, object: Math.max(object, 1) }) });
  }

  /** Where the last checkpoint has seen it, its last line is the same. */
  #witness(code: FindingCode, key: string): void {
    const { seen, report } = this.props;
    const isHere =
      seen !== undefined && (code === 'HEAD_DIFFERS' || seen.last.sequence + seen.last.object === 0);
    if (!isHere) return;
    this.#isSeen = true;
    const { head } = seen.last;
    if (head !== this.#chain.state.head) report({ code, key });
  }
}
