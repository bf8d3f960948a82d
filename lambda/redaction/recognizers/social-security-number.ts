import { atEach, endOfMatch, matchAt, type AnchorHandler, type Recognizer } from '../recognizer';

// Shape only: area 000, 666 and 9xx were never issued, yet a mistyped number still points at a person.
const SHAPED = /\d{3}([-. ])\d{2}\1\d{4}(?![\d/%]|[-.]\d)/y;
const MASKED = /[*xX#•]{3}[-. ]?[*xX#•]{2}[-. ]?\d{4}(?!\d)/y;
const MASK_SIGN = /[*xX#•]/;
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

/** A bare year is no number of anybody's, unless the last four figures are told. */
function cuedBy(pattern: RegExp, allowsYear = false): AnchorHandler {
  return ({ text, words }, at, found) => {
    const match = matchAt(pattern, text, words[at]?.start ?? 0);
    const value = match?.[1];
    if (match === null || value === undefined) return;
    if (!allowsYear && /^(?:19|20)\d\d$/.test(value)) return;
    const end = match.index + match[0].length;
    found.add(end - value.length, end, 0.95);
  };
}

export const socialSecurityNumber: Recognizer = {
  name: 'social-security-number',
  category: 'SSN',
  atWords: new Map([...atEach(CUES, cuedBy(CUED)), ['last', cuedBy(LAST_FOUR, true)]]),
  atDigits({ text, digits }, at, found) {
    const run = digits[at];
    if (run === undefined) return;
    const { start, end } = run;
    if (end - start === 3) {
      if (/[\w-]/.test(text.charAt(start - 1))) return;
      found.add(start, endOfMatch(SHAPED, text, start), 0.94);
    } else if (end - start === 4 && MASK_SIGN.test(text.charAt(start - 2))) {
      for (const back of [7, 6, 5]) {
        if (start >= back && endOfMatch(MASKED, text, start - back) === end)
          found.add(start - back, end, 0.94);
      }
    }
  },
};
