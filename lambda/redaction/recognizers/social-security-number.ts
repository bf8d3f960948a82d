import { matchAt, type Recognizer } from '../recognizer';
import type { Span } from '../span';

// Shape only: area 000, 666 and 9xx were never issued, yet a mistyped number still points at a person.
const SHAPED = /\d{3}([-. ])\d{2}\1\d{4}(?![\d/%]|[-.]\d)/y;
const MASKED = /[*xX#•]{3}[-. ]?[*xX#•]{2}[-. ]?\d{4}(?!\d)/y;
const CUES = ['ssn', 'ssns', 'ss', 'social', 'soc', 'sin'];
const NAMED = String.raw`(?:ssn'?s?|ss[ ]?(?:#|no\b\.?|number|n\b)|soc(?:ial)?[ ]?(?:sec(?:urity)?)?|sin)`;
const AFTER = String.raw`(?:[ \t]{0,2}(?:number|no\.?|num|#|:|=|-|\(|is|was|on|file|of|the|listed|as|for|his|her|ends?|ending|in|with|last|four|4|digits|are|patient)){0,8}[ \t:=#(-]{0,4}`;
const CUED = new RegExp(
  String.raw`${NAMED}${AFTER}(\d{3}[-. ]?\d{2}[-. ]?\d{4}|\d{4})(?![\d]|[-/.]\d)`,
  'iy',
);
// "last four of SSN: 4102", "last 4 social 4102"
const LAST_FOUR =
  /last[ ](?:four|4)(?:[ ](?:digits|of|the|his|her|patient's|their|is|are|ss#?|ssn|social|security|number)){0,8}[ :=#(-]{0,4}(\d{4})(?!\d|[-/.]\d)/iy;

export const socialSecurityNumber: Recognizer = {
  name: 'social-security-number',
  find({ text, words, digits, wordsNamed }) {
    const found: Span[] = [];
    const add = (start: number, length: number, score: number): void => {
      found.push({ start, end: start + length, category: 'SSN', detector: 'social-security-number', score });
    };
    for (const { start, end } of digits) {
      if (end - start === 3 && !/[\w-]/.test(text.charAt(start - 1))) {
        const match = matchAt(SHAPED, text, start);
        if (match) add(start, match[0].length, 0.94);
      } else if (end - start === 4) {
        for (const back of [7, 6, 5]) {
          const match = matchAt(MASKED, text, start - back);
          if (start >= back && match && match[0].length === back + 4) add(start - back, back + 4, 0.94);
        }
      }
    }
    const cued = (word: string, pattern: RegExp): void => {
      for (const index of wordsNamed(word)) {
        const match = matchAt(pattern, text, words[index]?.start ?? 0);
        const value = match?.[1];
        if (match === null || value === undefined || /^(?:19|20)\d\d$/.test(value)) continue;
        add(match.index + match[0].length - value.length, value.length, 0.95);
      }
    };
    for (const cue of CUES) cued(cue, CUED);
    cued('last', LAST_FOUR);
    return found;
  },
};
