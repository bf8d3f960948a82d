import type { LedgerEntry } from '../ledger/ledger-entry';
import { recorded, type Caller } from './caller';
import type { Clock } from './clock';
import { asGatewayError } from './gateway-error';
import type { Stage } from './stage';

type Told = Omit<LedgerEntry, 'kind' | 'requestId' | 'caller' | 'latency' | 'decision'>;

/** The record of a request while it is being written: what each stage tells, and how long it took. */
export class Draft {
  readonly #told: { -readonly [Name in keyof Told]: Told[Name] } = {};
  readonly #latency: Record<string, number> = {};

  constructor(
    readonly requestId: string,
    readonly caller: Caller,
    private readonly clock: Pick<Clock, 'now'>,
  ) {}

  get told(): Readonly<Told> {
    return this.#told;
  }

  get latency(): Readonly<Record<string, number>> {
    return this.#latency;
  }

  tell(facts: Told): void {
    Object.assign(this.#told, facts);
  }

  /** Runs a stage and measures it. What it throws becomes an error of ours that names the stage. */
  async stage<T>(stage: Stage, work: () => T | Promise<T>): Promise<T> {
    const start = this.clock.now();
    try {
      return await work();
    } catch (error) {
      throw asGatewayError(error, stage);
    } finally {
      this.took(stage, this.clock.now() - start);
    }
  }

  /** Milliseconds; those of one name add up. */
  took(name: string, milliseconds: number): void {
    this.#latency[name] = (this.#latency[name] ?? 0) + Math.max(0, Math.ceil(milliseconds));
  }

  entry(kind: LedgerEntry['kind'], decision: LedgerEntry['decision']): LedgerEntry {
    return {
      ...this.#told,
      kind,
      requestId: this.requestId,
      caller: recorded(this.caller),
      latency: { ...this.#latency },
      decision,
    };
  }
}
