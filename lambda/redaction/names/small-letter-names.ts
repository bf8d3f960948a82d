import type { Reading, Word } from '../reading';
import { isClinicalWord } from './clinical-words';
import { lookUpName } from './name-list';

// "ms" and "mx" in small letters are a disease and a history as often as a title: the name must be no word
const TITLES = 'dr mr mrs ms miss prof'.split(' ');
const FIELDS = 'name patient pt mother father guardian provider physician spouse contact'.split(' ');
const ROLES = 'patient pt named daughter son wife husband mother father brother sister mom dad'.split(' ');
const MOST_WORDS = 3;

/** Names typed without capitals, behind a title, a heading or a role: "dr. rivera", "name: ana rivera", "pt john smith". */
export function smallLetterNames(reading: Reading): (readonly Word[])[] {
  return [
    ...namesAfter(reading, TITLES, /^\.?[ ]{1,2}$/, (word) => isListed(word)),
    ...namesAfter(reading, FIELDS, /^[ ]{0,2}[:=][ \t]{0,8}$/, (word) => isListed(word)),
    ...namesAfter(
      reading,
      ROLES,
      /^,?[ ]$/,
      (word) => lookUpName(word.lower).listing === 'first' && isListed(word),
    ),
  ];
}

function namesAfter(
  { text, words, wordsNamed }: Reading,
  heads: readonly string[],
  gap: RegExp,
  opens: (word: Word) => boolean,
): Word[][] {
  return heads.flatMap((head) =>
    wordsNamed(head).flatMap((at): Word[][] => {
      const [cue, first] = words.slice(at, at + 2);
      if (cue === undefined || first === undefined || first.capital || !opens(first)) return [];
      if (!gap.test(text.slice(cue.end, first.start))) return [];
      const found = [first];
      for (const next of words.slice(at + 2, at + 1 + MOST_WORDS)) {
        if (next.capital || !isListed(next) || text.slice(found.at(-1)?.end, next.start) !== ' ') break;
        found.push(next);
      }
      return [found];
    }),
  );
}

function isListed({ lower }: Word): boolean {
  const { listing, alsoWord } = lookUpName(lower);
  return listing !== 'none' && !alsoWord && !isClinicalWord(lower);
}
