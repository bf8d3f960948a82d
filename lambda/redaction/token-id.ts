import { randomBytes } from 'node:crypto';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const PAIRS = 8;
const KINDS = LETTERS.length * 10;
/** Largest multiple of the kinds of pairs that two bytes hold: what lies beyond is drawn again, so that no pair is likelier. */
const DRAWN = 65_536 - (65_536 % KINDS);

/**
 * Letters and digits in turn: no name has this shape, and no number, date, address or code that people write. So whatever
 * else stands where a token has its id is text, and is read.
 */
export const TOKEN_ID_SOURCE = `(?:[A-Za-z][0-9]){${PAIRS}}`;

/** Sixteen signs with 72 bits of chance, of the shape above. */
export function newTokenId(): string {
  let id = '';
  for (let bytes = randomBytes(PAIRS * 2), at = 0; id.length < PAIRS * 2; at += 2) {
    if (at >= bytes.length) [bytes, at] = [randomBytes(PAIRS * 2), 0];
    const drawn = bytes.readUInt16LE(at);
    if (drawn >= DRAWN) continue;
    const pair = drawn % KINDS;
    id += `${LETTERS.charAt(Math.floor(pair / 10))}${pair % 10}`;
  }
  return id;
}
