import type { Role } from './name-cast';
import { isGivenName } from './gender';

/** A piece of a name as written: a word with its role, or signs between words. */
export interface NamePart {
  readonly text: string;
  /** Absent for signs, and for words that belong to many: "Jr.", "van". */
  readonly role?: Role;
}

const PARTS = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*|[^\p{L}\p{M}]+/gu;
const WORD = /^[\p{L}\p{M}]/u;
const POSSESSIVE = /['’]s$/i;
const SUFFIX = /^(?:[Jj][Rr]|[Ss][Rr]|II|III|IV|MD|PhD|RN|NP|Dr|Mr|Mrs|Ms|Miss)$/;
const PARTICLE = /^(?:de|del|der|den|la|las|los|van|von|da|di|dos|du|el|al|bin|ibn|and|or)$/;

/** "Ana Rivera", "Rivera, Ana M.", "RIVERA": which word is given, which is family. */
export function readName(written: string): readonly NamePart[] {
  const pieces = (
    written
      .normalize('NFC')
      .replaceAll(/\p{Cf}/gu, '')
      .match(PARTS) ?? []
  ).flatMap(partPossessive);
  const named = pieces.flatMap((piece, at) => (isOwn(piece) ? [at] : []));
  const comma = pieces.findIndex((piece) => !WORD.test(piece) && piece.includes(','));
  const lastFirst = comma > 0 && named.some((at) => at > comma) && named.some((at) => at < comma);
  return pieces.map((text, at): NamePart => {
    if (!isOwn(text) || (named.length > 1 && PARTICLE.test(text))) return { text };
    if (lastFirst) return { text, role: at < comma ? 'family' : 'given' };
    if (named.length > 1) return { text, role: at === named.at(-1) ? 'family' : 'given' };
    return { text, role: text.length === 1 || isGivenName(text.toLowerCase()) ? 'given' : 'family' };
  });
}

function partPossessive(piece: string): readonly string[] {
  const ending = WORD.test(piece) ? POSSESSIVE.exec(piece)?.[0] : undefined;
  return ending === undefined ? [piece] : [piece.slice(0, -ending.length), ending];
}

function isOwn(piece: string): boolean {
  return WORD.test(piece) && !SUFFIX.test(piece);
}
