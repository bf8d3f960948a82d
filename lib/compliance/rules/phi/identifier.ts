/** Longest text that is looked through; inline code and documents are shorter. */
const LONGEST = 1_000_000;
/** Every identifier looked for has two digits in a row, or an @. */
const MAYBE = /\d{2}|@/u;

/**
 * Identifiers of 45 CFR 164.514(b)(2)(i) that stand out in a template. All but the social security number need their cue
 * beside them: numbers and dates are everywhere. Repetitions are bounded, so the time is linear in the text.
 */
const KINDS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  [
    'a social security number',
    /(?<![\w./-])(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\w/-]|\.\d)/u,
  ],
  [
    'a medical record number',
    /(?<![a-z])(?:mrn|medical[ _-]?record[ _-]?(?:number|no|num|id)?)["']?[\s:#=]{1,4}["']?[a-z]{0,3}-?\d{5,12}(?!\w|\.\d)/iu,
  ],
  [
    'a date of birth',
    /(?<![a-z])(?:dob|date[ _-]?of[ _-]?birth|birth[ _-]?date)["']?[\s:=]{1,4}["']?(?:\d{1,2}[/-]\d{1,2}[/-](?:19|20)\d{2}|(?:19|20)\d{2}-\d{2}-\d{2})(?!\d)/iu,
  ],
  [
    'a Medicare number',
    /(?<![a-z])(?:mbi|medicare[ _-]?(?:number|no|id|beneficiary[ _-]?(?:number|id)))["']?[\s:#=]{1,4}["']?[1-9][ac-hjkmnp-rt-y][ac-hjkmnp-rt-y\d]\d-?[ac-hjkmnp-rt-y][ac-hjkmnp-rt-y\d]\d-?[ac-hjkmnp-rt-y]{2}\d{2}(?!\w)/iu,
  ],
  [
    'a telephone number of a patient',
    /(?<![a-z])patient(?:'s)?[ _-]?(?:tele)?(?:phone|mobile|cell|fax)(?:[ _-]?(?:number|no))?["']?[\s:=]{1,4}["']?(?:\+?1[ .-]?)?\(?\d{3}\)?[ .-]?\d{3}[ .-]?\d{4}(?!\d)/iu,
  ],
  [
    'an e-mail address of a patient',
    /(?<![a-z])patient(?:'s)?[ _-]?e-?mail(?:[ _-]?address)?["']?[\s:=]{1,4}["']?[\w.+-]{1,64}@[a-z\d-]{1,63}\.[a-z]{2}/iu,
  ],
];

/** The cue of each kind, or the form of the one that needs none. */
const TRACE = /\d{3}-\d{2}-\d{4}|mrn|medic|dob|birth|mbi|patient/iu;

/** False when no text within a longer one, names and values alike, can hold an identifier: asked before each is looked at. */
export function mayIdentify(text: string): boolean {
  return TRACE.test(text);
}

/** What a text seems to hold about a patient; undefined when nothing is seen. */
export function identifierIn(text: string): string | undefined {
  if (!MAYBE.test(text)) return undefined;
  if (text.length > LONGEST) return undefined;
  return KINDS.find(([, pattern]) => pattern.test(text))?.[0];
}
