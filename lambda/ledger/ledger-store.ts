/**
 * Objects that are written once. Names are keys below one prefix; a listing is in the order of their UTF-16 units, which for
 * the names of a ledger is that of S3.
 */
export interface LedgerStore {
  /**
   * Resolves when the object is durable, or somebody's is there already.
   *
   * @throws StoreFailure it is not known whether it is there, or it was refused
   */
  putIfAbsent(key: string, bytes: Uint8Array, signal?: AbortSignal): Promise<'created' | 'exists'>;
  /** Undefined: it is not there. */
  get(key: string, signal?: AbortSignal): Promise<Uint8Array | undefined>;
  /** Keys that begin with `prefix`, those after `after` only. */
  list(prefix: string, after?: string): AsyncIterable<string>;
}

/** A store that did not do what was asked. Holds the name of the exception, none of its text. */
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure';

  constructor(
    /** `unanswered`: the same may work later. `refused`: it will not until somebody changes something. */
    readonly outcome: 'unanswered' | 'refused',
    readonly exception: string,
  ) {
    super(`${outcome}: ${exception}`);
  }
}
