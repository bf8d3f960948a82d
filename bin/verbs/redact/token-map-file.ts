import { readFileSync } from 'node:fs';
import { createEnvelope, type Envelope } from '../../../lambda/envelope/envelope';
import {
  TOKEN_MAP_PURPOSE,
  TokenMap,
  type TokenMapPlace,
} from '../../../lambda/redaction/operators/token-map';
import { bindingOf } from '../envelope/binding-flags';
import { keysOf } from '../envelope/key-flags';
import { standingAt, writeNewFile } from '../envelope/new-file';
import { UsageError, type Io } from '../verb';
import type { TokenFlags } from './token-flags';

/** A sealed token map in a file. */
export class TokenMapFile {
  private constructor(
    private readonly file: string,
    private readonly envelope: Envelope,
    private readonly place: TokenMapPlace,
  ) {}

  /** @throws UsageError an option is missing or wrong; MissingPackage */
  static async from(flags: TokenFlags, io: Pick<Io, 'stderr'>): Promise<TokenMapFile> {
    const { 'token-map': file, tenant, record } = flags;
    if (!file || tenant === undefined || record === undefined) {
      throw new UsageError(
        'tokens need --token-map FILE, --tenant ID and --record ID: where their values are sealed',
      );
    }
    const place = bindingOf({ tenant, record, purpose: TOKEN_MAP_PURPOSE });
    return new TokenMapFile(file, createEnvelope({ keys: await keysOf(flags, io) }), place);
  }

  /**
   * Runs with a new map and keeps what it holds in the end, be it a good one or not: the text it belongs to is out by then.
   *
   * @throws UsageError the file is there, or cannot be written; EnvelopeError
   */
  async keptOf<Result>(run: (tokens: TokenMap) => Promise<Result>): Promise<Result> {
    if (standingAt(this.file) !== undefined) {
      throw new UsageError(`${this.file} is there already; a token map is never replaced: give another name`);
    }
    // who may not seal learns it before any text is out
    await new TokenMap().seal(this.envelope, this.place);
    const tokens = new TokenMap();
    try {
      return await run(tokens);
    } finally {
      await writeNewFile(this.file, [await tokens.seal(this.envelope, this.place)]);
    }
  }

  /** @throws UsageError it cannot be read; EnvelopeError: it is no message for this place, or not by this key */
  async open(): Promise<TokenMap> {
    let sealed: Buffer;
    try {
      sealed = readFileSync(this.file);
    } catch (error) {
      throw new UsageError(
        `cannot read ${this.file}: ${(error as NodeJS.ErrnoException).code ?? 'unknown error'}`,
      );
    }
    return TokenMap.open(this.envelope, sealed, this.place);
  }
}
