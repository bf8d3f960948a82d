import { matchAt, type Recognizer } from '../recognizer';
import type { Span } from '../span';

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
  find({ text, words, wordsNamed }) {
    const found: Span[] = [];
    const add = (start: number, end: number, score: number): void => {
      if (start < end) found.push({ start, end, category: 'EMAIL', detector: 'email', score });
    };
    for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      const domain = matchAt(DOMAIN, text, at + 1);
      const start = localPart(text, at);
      if (domain && start < at) add(start, at + 1 + domain[0].replace(/-+$/, '').length, 0.95);
    }
    for (const index of wordsNamed('at')) {
      const word = words[index];
      if (word === undefined) continue;
      const bracketed = matchAt(SPELLED_AT, text, word.start - 1);
      const match = bracketed ?? matchAt(SPOKEN_AT, text, word.start);
      if (!match) continue;
      const signEnd = bracketed ? word.start - 1 : word.start;
      const before = text[signEnd - 1] === ' ' ? signEnd - 1 : signEnd;
      const start = bracketed ? spelledLocalPart(text, before) : localPart(text, before);
      if (start < before) add(start, match.index + match[0].length, 0.85);
    }
    return found;
  },
};

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
