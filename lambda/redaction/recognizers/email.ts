import { endOfMatch, type Recognizer } from '../recognizer';

// RFC 5321 allows 64 characters before the @ and 255 after it
const LONGEST_LOCAL_PART = 64;
const LOCAL_SIGN = /[\p{L}\p{N}._%+'=~&-]/u;
const DOMAIN = /[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})(?:\.[\p{L}\p{N}-]{1,63}){0,8}/uy;
// "jane (at) clinic (dot) org", "jane [at] clinic.org"
const SPELLED_AT =
  /[([{<]at[)\]}>][ ]{0,2}[\p{L}\p{N}-]{1,63}(?:[ ]{0,2}(?:\.|[([{<]dot[)\]}>])[ ]{0,2}[\p{L}\p{N}-]{1,63}){1,5}/iuy;
const SPELLED_LOCAL_PART =
  /[\p{L}\p{N}._%+-]{1,64}(?:[ ]?[([{<]dot[)\]}>][ ]?[\p{L}\p{N}._%+-]{1,64}){0,3}$/iu;
// "jane at clinic dot org"
const SPOKEN_AT = /at[ ][\p{L}\p{N}-]{1,63}(?:[ ]dot[ ][\p{L}\p{N}-]{1,63}){1,5}/iuy;

export const email: Recognizer = {
  name: 'email',
  category: 'EMAIL',
  atSigns: new Map([
    [
      '@',
      ({ text }, at, found) => {
        let end = endOfMatch(DOMAIN, text, at + 1);
        while (text[end - 1] === '-') end--;
        const start = localPart(text, at);
        if (start < at) found.add(start, end, 0.95);
      },
    ],
  ]),
  atWords: new Map([
    [
      'at',
      ({ text, words }, at, found) => {
        const word = words[at];
        if (word === undefined) return;
        const bracketed = /[([{<]/.test(text.charAt(word.start - 1))
          ? endOfMatch(SPELLED_AT, text, word.start - 1)
          : -1;
        const end = bracketed >= 0 ? bracketed : spokenEnd(text, word.start);
        if (end < 0) return;
        const signStart = bracketed >= 0 ? word.start - 1 : word.start;
        const before = text[signStart - 1] === ' ' ? signStart - 1 : signStart;
        const start = bracketed >= 0 ? spelledLocalPart(text, before) : localPart(text, before);
        if (start < before) found.add(start, end, 0.85);
      },
    ],
  ]),
};

/** Where "at clinic dot org" ends, or -1. */
function spokenEnd(text: string, start: number): number {
  return /[ ]dot[ ]/i.test(text.slice(start, start + LONGEST_LOCAL_PART + 10))
    ? endOfMatch(SPOKEN_AT, text, start)
    : -1;
}

function localPart(text: string, end: number): number {
  let start = end;
  while (start > 0 && end - start < LONGEST_LOCAL_PART && LOCAL_SIGN.test(text.charAt(start - 1))) start--;
  return start;
}

/** "jane[dot]doe" before "[at]" */
function spelledLocalPart(text: string, end: number): number {
  const before = text.slice(Math.max(0, end - LONGEST_LOCAL_PART), end);
  return end - (SPELLED_LOCAL_PART.exec(before)?.[0].length ?? 0);
}
