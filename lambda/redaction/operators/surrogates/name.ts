import type { Draws } from './derivation';
import { genderOf } from './gender';
import type { NameCast } from './name-cast';
import { scramble } from './signs';
import type { SourceWords } from './source-words';
import { readName } from './written-name';

/**
 * Another name in the same writing: order, initials, capitals, suffix and possessive; the gender of the given name or of
 * the title before it.
 *
 * @param before the text just before the name
 * @returns undefined when every fake name stands in the source
 */
export function nameLike(
  written: string,
  before: string,
  cast: NameCast,
  source: SourceWords,
  draws: Draws,
): string | undefined {
  const pieces: string[] = [];
  for (const { text, role } of readName(written)) {
    if (role === undefined) pieces.push(/\p{N}/u.test(text) ? scramble(text, draws) : text);
    else if (text.length === 1) pieces.push(inCaseOf(text, cast.initial(text, role)));
    else {
      const lower = text.toLowerCase();
      const fake = cast.word(lower, role, genderOf(lower, before), source);
      if (fake === undefined) return undefined;
      pieces.push(inCaseOf(text, fake));
    }
  }
  return pieces.join('');
}

/** SHOUTED, in small letters, or as a name is written. */
export function inCaseOf(given: string, word: string): string {
  if (given === given.toLowerCase() && given !== given.toUpperCase()) return word.toLowerCase();
  const shouted = given.length > 1 && given === given.toUpperCase() && given !== given.toLowerCase();
  return shouted ? word.toUpperCase() : word;
}
