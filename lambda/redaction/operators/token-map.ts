import { BODY_PURPOSES } from '../../../lib/contract/gateway';
import type { Binding } from '../../envelope/binding';
import type { Envelope } from '../../envelope/envelope';
import { CATEGORIES, type Category } from '../category';
import { newTokenId } from '../token-id';

/** Purpose in the binding of every sealed map: a message sealed for anything else does not open as one. */
export const TOKEN_MAP_PURPOSE = BODY_PURPOSES.tokens;

/** Where a map belongs; the opaque ids of a binding. */
export type TokenMapPlace = Pick<Binding, 'tenant' | 'record'>;

const VERSION = 1;
/** Wider than what is given out now, so that maps which were sealed before open and restore. */
const TOKEN = new RegExp(`\\[(?:${CATEGORIES.join('|')}):[A-Za-z0-9_-]{1,64}\\]`, 'g');
const TOKEN_ALONE = new RegExp(`^${TOKEN.source}$`);

/**
 * The values behind the tokens of one document or session. It lives in memory or sealed, never in clear anywhere else:
 * printing, JSON and text of it hold nothing, because everything is in private fields.
 */
export class TokenMap {
  readonly #tokens = new Map<string, string>();
  readonly #values = new Map<string, string>();

  /** The token of a value; the same one for the same value, letter for letter. */
  tokenFor(category: Category, value: string): string {
    const key = `${category}:${value}`;
    const known = this.#tokens.get(key);
    if (known !== undefined) return known;
    const token = `[${category}:${newTokenId()}]`;
    this.#tokens.set(key, token);
    this.#values.set(token, value);
    return token;
  }

  /** Puts the values back. A token of another map stays as it is. */
  restore(text: string): string {
    return text.replace(TOKEN, (token) => this.#values.get(token) ?? token);
  }

  /**
   * Encrypts the map. Give an envelope under a key of its own, so that opening the map is a right of its own.
   *
   * @throws EnvelopeError the envelope could not seal; nothing of the map is in it
   */
  async seal(envelope: Pick<Envelope, 'seal'>, { tenant, record }: TokenMapPlace): Promise<Uint8Array> {
    const plaintext = new TextEncoder().encode(JSON.stringify([VERSION, ...this.#values]));
    try {
      return await envelope.seal(plaintext, { tenant, record, purpose: TOKEN_MAP_PURPOSE });
    } finally {
      plaintext.fill(0);
    }
  }

  /**
   * A sealed map as it was; more values may join it.
   *
   * @throws EnvelopeError whoever asks may not open the envelope, or it is for another place
   * @throws Error it opened, but is no token map
   */
  static async open(
    envelope: Pick<Envelope, 'open'>,
    sealed: Uint8Array,
    { tenant, record }: TokenMapPlace,
  ): Promise<TokenMap> {
    const plaintext = await envelope.open(sealed, { tenant, record, purpose: TOKEN_MAP_PURPOSE });
    try {
      return TokenMap.#parse(new TextDecoder().decode(plaintext));
    } finally {
      plaintext.fill(0);
    }
  }

  static #parse(json: string): TokenMap {
    const map = new TokenMap();
    let read: unknown;
    try {
      read = JSON.parse(json);
    } catch {
      // the cause would quote the plaintext
      throw noTokenMap();
    }
    if (!Array.isArray(read) || read[0] !== VERSION) throw noTokenMap();
    for (const pair of read.slice(1) as unknown[]) {
      const [token, value] = Array.isArray(pair) ? (pair as unknown[]) : [];
      if (typeof token !== 'string' || typeof value !== 'string' || !TOKEN_ALONE.test(token)) {
        throw noTokenMap();
      }
      map.#values.set(token, value);
      map.#tokens.set(`${token.slice(1, token.indexOf(':'))}:${value}`, token);
    }
    return map;
  }
}

/** The text with the values of an opened map put back; exactly the text that was given, if nobody changed it since. */
export function restoreTokens(text: string, map: TokenMap): string {
  return map.restore(text);
}

function noTokenMap(): Error {
  return new Error('the message opened, but holds no token map of this version');
}
