import type { LedgerStore } from '../ledger-store';
import { announcementKey, FOLDERS, objectKey, objectPlaceOf, writerNameOf, type WriterName } from '../place';
import type { PublicKeys } from '../signer';
import type { FoundRecord } from './chain-check';
import { checkCheckpoints, type Anchor, type SeenWriters } from './checkpoint-check';
import type { Report } from './finding';
import { readAhead } from './read-ahead';
import { WriterCheck } from './writer-check';

export interface VerifyProps {
  readonly store: LedgerStore;
  /**
   * Public keys that signed, old ones too.
   * @default - signatures are not checked, and whoever can write the store can have made all of it
   */
  readonly keys?: PublicKeys;
  readonly report: Report;
  /** Gets every record that is in its place, writer by writer. What is found wrong may come after it. */
  readonly visit?: (found: FoundRecord) => Promise<void> | void;
  /** Gets the number of records so far. */
  readonly progress?: (records: number) => void;
  /** A checkpoint that was kept elsewhere, and that has to be there. */
  readonly anchor?: Anchor;
}

/** What was looked at. */
export interface Verification {
  readonly findings: number;
  readonly records: number;
  readonly writers: number;
  readonly segmentsClosed: number;
  /** Records in segments that are not closed yet: chained, and signed by nobody. */
  readonly openRecords: number;
  readonly checkpoints: number;
  readonly newestCheckpoint: (Anchor & { readonly time: number }) | undefined;
  readonly signatures: 'checked' | 'not-checked';
}

/**
 * Checks a ledger from its objects alone: every chain, every signature, numbers, clocks, and that all that checkpoints have
 * seen is there. Holds a few hundred bytes for each writer in memory, and no record.
 */
export async function verifyLedger(props: VerifyProps): Promise<Verification> {
  let findings = 0;
  const report: Report = (finding) => {
    findings += 1;
    props.report(finding);
  };
  const { store, keys, anchor } = props;
  const seen = await checkCheckpoints({ store, keys, report, anchor });
  const walk = new LedgerWalk({ ...props, report }, seen);
  const counts = await walk.run();
  return {
    findings,
    ...counts,
    checkpoints: seen.checkpoints,
    newestCheckpoint: seen.newest,
    signatures: keys ? 'checked' : 'not-checked',
  };
}

interface Counts {
  records: number;
  writers: number;
  segmentsClosed: number;
  openRecords: number;
}

/** All writers, in the order of their names. */
class LedgerWalk {
  readonly #announced = new Set<string>();
  readonly #counts: Counts = { records: 0, writers: 0, segmentsClosed: 0, openRecords: 0 };

  constructor(
    private readonly props: VerifyProps,
    private readonly seen: SeenWriters,
  ) {}

  async run(): Promise<Readonly<Counts>> {
    const { store, report } = this.props;
    await this.#list();
    let check: WriterCheck | undefined;
    let current: WriterName | undefined;
    for await (const { key, bytes } of readAhead(store.list(FOLDERS.records), (each) => store.get(each))) {
      const place = objectPlaceOf(key);
      if (place === undefined || objectKey(place) !== key || bytes === undefined) {
        report({ code: 'STRANGE_OBJECT', key });
        continue;
      }
      if (check === undefined || current?.id !== place.id || current.day !== place.day) {
        if (check) this.#end(check);
        current = place;
        check = await this.#begin(place);
      }
      await this.#visit(check.object(place, bytes));
    }
    if (check) this.#end(check);
    await this.#rest();
    return this.#counts;
  }

  async #list(): Promise<void> {
    const { store, report } = this.props;
    for await (const key of store.list(FOLDERS.writers)) {
      const name = writerNameOf(key);
      if (name === undefined || announcementKey(name) !== key) report({ code: 'STRANGE_OBJECT', key });
      else this.#announced.add(key);
    }
  }

  #begin(name: WriterName): Promise<WriterCheck> {
    this.#announced.delete(announcementKey(name));
    this.#counts.writers += 1;
    const { store, keys, report } = this.props;
    const seen = this.seen.writers.get(name.id);
    // of another day: it is a copy, and its announcement says so
    const isIt = seen?.last.day === name.day;
    if (isIt) this.seen.writers.delete(name.id);
    return WriterCheck.begin(name, {
      store,
      keys,
      report,
      seen: isIt ? seen : undefined,
      newestAt: this.seen.newest?.time,
    });
  }

  async #visit(records: readonly FoundRecord[]): Promise<void> {
    const { visit, progress } = this.props;
    this.#counts.records += records.length;
    progress?.(this.#counts.records);
    if (visit) for (const found of records) await visit(found);
  }

  #end(check: WriterCheck): void {
    check.end();
    this.#counts.segmentsClosed += check.segmentsClosed;
    this.#counts.openRecords += check.openRecords;
  }

  /** Those that announced themselves and wrote nothing, and those of which nothing is there. */
  async #rest(): Promise<void> {
    for (const key of this.#announced) {
      const name = writerNameOf(key);
      if (name) this.#end(await this.#begin(name));
    }
    for (const { last } of this.seen.writers.values()) {
      this.props.report({ code: 'WRITER_MISSING', key: announcementKey({ day: last.day, id: last.writer }) });
    }
  }
}
