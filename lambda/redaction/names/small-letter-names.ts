import type { Reading, Word } from '../reading';

interface Head {
  readonly gap: RegExp;
  readonly opens: (word: Word) => boolean;
}

const MOST_WORDS = 3;
const isListed = ({ lexeme }: Word): boolean =>
  lexeme.listing !== 'none' && !lexeme.alsoWord && !lexeme.neverName;
const isFirstName = (word: Word): boolean => word.lexeme.listing === 'first' && isListed(word);

// "ms" and "mx" in small letters are a disease and a history as often as a title: the name must be no word
const TITLE: Head = { gap: /^\.?[ ]{1,2}$/, opens: isListed };
const FIELD: Head = { gap: /^[ ]{0,2}[:=][ \t]{0,8}$/, opens: isListed };
const ROLE: Head = { gap: /^,?[ ]$/, opens: isFirstName };
const LONGEST_GAP = 11;

const HEADS = new Map<string, Head[]>();
for (const [head, words] of [
  [TITLE, 'dr mr mrs ms miss prof'],
  [FIELD, 'name patient pt mother father guardian provider physician spouse contact'],
  [ROLE, 'patient pt named daughter son wife husband mother father brother sister mom dad'],
] as const) {
  for (const word of words.split(' ')) HEADS.set(word, [...(HEADS.get(word) ?? []), head]);
}

/**
 * The words of a name typed without capitals behind a title, a heading or a role: "dr. rivera", "name: ana rivera",
 * "pt john smith".
 */
export function smallLetterName({ text, words }: Reading, at: number): readonly Word[] {
  const cue = words[at];
  const first = words[at + 1];
  if (cue === undefined || first === undefined || first.capital) return [];
  const gap = first.start - cue.end;
  if (gap > LONGEST_GAP) return [];
  const heads = HEADS.get(cue.lower);
  if (!heads?.some((head) => head.opens(first) && head.gap.test(text.slice(cue.end, first.start)))) return [];
  const found = [first];
  for (const next of words.slice(at + 2, at + 1 + MOST_WORDS)) {
    if (next.capital || !isListed(next) || text.slice(found.at(-1)?.end, next.start) !== ' ') break;
    found.push(next);
  }
  return found;
}
