import type { ChainState } from '../chain';
import { sha256 } from '../hash';
import { closeSchema, recordSchema, type Close, type LedgerRecord } from '../ledger-object';
import { jsonOf, linesOf, typeOf } from '../line';
import { announcementKey, objectKey, type ObjectPlace } from '../place';
import type { PublicKeys } from '../signer';
import type { Finding, FindingCode, Report } from './finding';
import { NumberGaps } from './number-gaps';
import { signatureFault } from './signature-check';

/** A record where it was found. */
export interface FoundRecord {
  readonly record: LedgerRecord;
  readonly hash: string;
  readonly place: ObjectPlace;
}

export interface ChainCheckProps {
  /** From where it is followed: behind its announcement, or behind a close. */
  readonly start: ChainState;
  /** Undefined: signatures are not checked. */
  readonly keys: PublicKeys | undefined;
  readonly report: Report;
}

/** Follows the chain of one writer, object by object in the order of their keys. One fault is told once, and it goes on. */
export class ChainCheck {
  #state: ChainState;
  /** What the next line should vouch for is not there: any is taken. */
  #isHeadLost = false;
  #isNumberLost = false;
  readonly #gaps = new NumberGaps();
  #segmentsClosed = 0;
  /** What is told when the next line vouches for another. */
  #last: Finding;

  constructor(private readonly props: ChainCheckProps) {
    const { start } = props;
    this.#state = start;
    const code = start.segment === 1 ? 'ANNOUNCEMENT_CHANGED' : 'CLOSE_CHANGED';
    this.#last = { code, key: announcementKey(start.writer) };
  }

  /** How far it is, as far as it holds. */
  get state(): ChainState {
    return this.#state;
  }

  get segmentsClosed(): number {
    return this.#segmentsClosed;
  }

  /** @returns the records in it that are in their place */
  object(place: ObjectPlace, bytes: Uint8Array): readonly FoundRecord[] {
    const key = objectKey(place);
    if (this.#state.ended || place.segment < this.#state.segment) {
      this.#tell('AFTER_CLOSE', key);
      return [];
    }
    if (place.segment > this.#state.segment) this.#skipTo(place);
    const lines = linesOf(bytes);
    if (lines === undefined) {
      this.#tell('OBJECT_UNREADABLE', key);
      this.#isHeadLost = true;
      this.#isNumberLost = true;
      this.#state = { ...this.#state, object: place.object };
      return [];
    }
    this.#state = { ...this.#state, object: place.object };
    return this.#lines(lines, place, key);
  }

  /** What it should begin with is not there: the first line is taken as it is. */
  loseHead(): void {
    this.#isHeadLost = true;
  }

  /** No object follows. */
  end(): void {
    this.#tellGaps();
  }

  #lines(lines: readonly string[], place: ObjectPlace, key: string): readonly FoundRecord[] {
    const found: FoundRecord[] = [];
    for (const line of lines) {
      const json = jsonOf(line);
      const isClose = typeOf(json ?? null) === 'close';
      const value = (isClose ? closeSchema : recordSchema).safeParse(json).data;
      if (value === undefined) {
        // a line is a record all the same: what comes behind it counts on
        const sequence = this.#state.sequence + 1;
        this.#state = { ...this.#state, sequence, head: sha256(line) };
        this.#last = changed(key, sequence);
        this.#tell('RECORD_UNREADABLE', key, sequence);
        continue;
      }
      if (value.writer !== place.id || value.segment !== place.segment || value.object !== place.object) {
        this.#tell('MISPLACED', key);
        return found;
      }
      const hash = sha256(line);
      if (value.type === 'record') {
        this.#record(value, hash, key);
        found.push({ record: value, hash, place });
        continue;
      }
      this.#close(value, hash, key);
      if (lines.length > 1) this.#tell('CLOSE_WRONG', key);
      return found;
    }
    return found;
  }

  #record(record: LedgerRecord, hash: string, key: string): void {
    const { sequence, previous, time, clockBackwards } = record;
    const state = this.#state;
    const expected = state.sequence + 1;
    if (sequence < expected) {
      this.#tell(this.#gaps.fill(sequence) ? 'RECORD_OUT_OF_ORDER' : 'RECORD_REPEATED', key, sequence);
      return;
    }
    if (sequence > expected && !this.#isNumberLost) this.#gaps.add(expected, sequence - 1, key);
    else if (!this.#isHeadLost && previous !== state.head) this.props.report(this.#last);
    const at = Date.parse(time);
    if (at < state.lastTime) this.#tell('CLOCK_BACKWARDS', key, sequence);
    this.#isHeadLost = false;
    this.#isNumberLost = false;
    this.#state = {
      ...state,
      sequence,
      head: hash,
      lastTime: Math.max(at, state.lastTime),
      openedAt: state.openedAt ?? at,
      clockBackwards: state.clockBackwards + (clockBackwards === undefined ? 0 : 1),
    };
    this.#last = changed(key, sequence);
  }

  #close(close: Close, hash: string, key: string): void {
    const fault = signatureFault(close, this.props.keys);
    if (fault) this.#tell(fault, key);
    // of a close that nobody signed nothing follows about records
    const isVouchedFor = fault !== 'SIGNATURE_INVALID';
    if (isVouchedFor) this.#compare(close, key);
    this.#tellGaps();
    this.#isHeadLost = false;
    this.#isNumberLost = false;
    this.#segmentsClosed += 1;
    const sequence = isVouchedFor ? close.last : this.#state.sequence;
    this.#last = { code: 'CLOSE_CHANGED', key };
    this.#state = {
      ...this.#state,
      segment: close.segment + 1,
      object: 0,
      first: sequence + 1,
      sequence,
      head: hash,
      previousClose: hash,
      lastTime: Math.max(Date.parse(close.time), this.#state.lastTime),
      openedAt: undefined,
      clockBackwards: 0,
      ended: close.final,
    };
  }

  #compare(close: Close, key: string): void {
    const { sequence, head, first, previousClose, lastTime } = this.#state;
    if (close.last > sequence && !this.#isNumberLost) this.#gaps.add(sequence + 1, close.last, key);
    else if (close.last < sequence) this.#tell('RECORD_ADDED', key, close.last + 1, sequence);
    else if (!this.#isHeadLost && close.previous !== head) this.props.report(this.#last);
    const counts = close.count === close.last - close.first + 1;
    const begins = this.#isNumberLost || first === close.first;
    // a change of the close before shows at the record behind it, where there is one
    const follows = close.count > 0 || this.#isHeadLost || close.previousClose === previousClose;
    if (!counts || !begins || !follows) this.#tell('CLOSE_WRONG', key);
    if (Date.parse(close.time) < lastTime) this.#tell('CLOCK_BACKWARDS', key);
  }

  /** A later segment begins. */
  #skipTo({ segment, ...place }: ObjectPlace): void {
    const state = this.#state;
    this.#tellGaps();
    const isOpen = state.object > 0;
    if (isOpen)
      this.#tell('CLOSE_MISSING', objectKey({ ...place, segment: state.segment, object: state.object + 1 }));
    const firstMissing = isOpen ? state.segment + 1 : state.segment;
    if (firstMissing < segment) {
      this.#tell('SEGMENT_MISSING', objectKey({ ...place, segment: firstMissing, object: 1 }));
      this.#isNumberLost = true;
    }
    this.#isHeadLost = true;
    this.#state = { ...state, segment, object: 0, first: state.sequence + 1, openedAt: undefined };
  }

  #tellGaps(): void {
    for (const { first, last, key } of this.#gaps.drain()) this.#tell('RECORD_MISSING', key, first, last);
  }

  #tell(code: FindingCode, key: string, first?: number, last?: number): void {
    this.props.report({
      code,
      key,
      ...(first === undefined ? {} : { first, last: last ?? first }),
    });
  }
}

function changed(key: string, sequence: number): Finding {
  return { code: 'RECORD_CHANGED', key, first: sequence, last: sequence };
}
