import { isUpper } from '../letters';
import type { Reading, Word } from '../reading';

interface Head {
  readonly gap: RegExp;
  readonly opens: (word: Word) => boolean;
}

const MOST_WORDS = 3;
const NONE: readonly Word[] = [];
const isListed = ({ lexeme }: Word): boolean =>
  lexeme.listing !== 'none' && !lexeme.alsoWord && !lexeme.neverName;
const isFirstName = (word: Word): boolean => word.lexeme.listing === 'first' && isListed(word);
const isNameLike = (word: Word): boolean =>
  !word.lexeme.neverName && !word.lexeme.word && (word.lexeme.novel || isListed(word));

// "ms" and "mx" in small letters are a disease and a history as often as a title: the name must be no word
const TITLE: Head = { gap: /^\.?[ ]{1,2}$/, opens: isListed };
const FIELD: Head = { gap: /^[ ]{0,2}[:=][ \t]{0,8}$/, opens: isNameLike };
const ROLE: Head = { gap: /^,?[ ]$/, opens: isFirstName };
// "my name is lena", "call me ana", "maiden name? nyberg"
const NAMING: Head = { gap: /^[?:]?[ ]{1,2}(?:(?:is|was|me|him|her)[ ])?$/, opens: isNameLike };
const LINKS = new Set(['is', 'was', 'me', 'him', 'her']);
const LONGEST_GAP = 11;

const HEADS = new Map<string, Head[]>();
for (const [head, words] of [
  [TITLE, 'dr mr mrs ms miss prof'],
  [FIELD, 'name patient pt mother father guardian provider physician spouse contact'],
  [ROLE, 'patient pt named daughter son wife husband mother father brother sister mom dad'],
  [NAMING, 'name named called call calls nickname this'],
] as const) {
  for (const word of words.split(' ')) HEADS.set(word, [...(HEADS.get(word) ?? []), head]);
}

/**
 * The words of a name typed without capitals: one that only names have ("pamela"), or any behind a title, a heading, a
 * role or a naming: "dr. rivera", "name: ana rivera", "pt john smith", "my name is lena".
 */
export function smallLetterName({ text, words }: Reading, at: number): readonly Word[] {
  const cue = words[at];
  if (cue === undefined) return NONE;
  if (cue.lexeme.plainName && !cue.capital && isSmall(text, cue)) return following(text, words, at);
  const next = words[at + 1];
  if (next === undefined || next.capital || next.start - cue.end > LONGEST_GAP) return NONE;
  const heads = HEADS.get(cue.lower);
  if (heads === undefined) return NONE;
  const index = LINKS.has(next.lower) ? at + 2 : at + 1;
  const first = words[index];
  if (first === undefined || first.capital || first.start - cue.end > LONGEST_GAP) return NONE;
  const gap = text.slice(cue.end, first.start);
  if (!heads.some((head) => head.opens(first) && head.gap.test(gap))) return NONE;
  return following(text, words, index);
}

function following(text: string, words: readonly Word[], first: number): Word[] {
  const found: Word[] = [];
  for (const word of words.slice(first, first + MOST_WORDS)) {
    if (found.length > 0 && !/^[ -]$/.test(text.slice(found.at(-1)?.end, word.start))) break;
    const initial =
      word.end - word.start === 1 && found.length > 0 && word.lower !== 'a' && word.lower !== 'i';
    if (word.capital || !(isListed(word) || isNameLike(word) || initial)) break;
    found.push(word);
  }
  while ((found.at(-1)?.lower.length ?? 2) === 1) found.pop();
  return found;
}

/** No capital inside: "hasOwnProperty" is code. */
function isSmall(text: string, { start, end }: Word): boolean {
  for (let at = start; at < end; at++) if (isUpper(text, at)) return false;
  return true;
}
