import type { Category } from '../category';
import type { Reading } from '../reading';
import { endOfMatch, matchAt, REACH_AHEAD, type AnchorHandler, type Recognizer } from '../recognizer';
import { firstFrom } from '../window';

/** An identifier that only its cue gives away: "MRN 445566", "member ID: XQ-1200". */
export interface CuedIdentifier {
  readonly name: string;
  readonly category: Category;
  /** Phrases in small letters that announce the value even without "number" or a colon. */
  readonly cues: readonly string[];
  /** Phrases of everyday speech that announce a value only with "number", "id", "#" or a colon after them. */
  readonly qualifiedCues?: readonly string[];
  /** @default values with three digits, or two digits and a letter */
  readonly accepts?: (value: string) => boolean;
}

const QUALIFIER = String.raw`(?:[ ._-]{0,2}(?:identifier|identification|ident|id|numbers?|num|nbr|no\b\.?|nr|code|#)(?![a-z]))`;
const FILLER = String.raw`(?:[ \t]{1,3}(?:is|was|are|of|on|in|file|the|this|that|listed|as|for|reads?|shows?|ending|given|recorded|registered|assigned|her|his|their|my|your|patient|pt|new|old|currently|under|with)\b){0,5}`;
const SEPARATOR = String.raw`[ \t]{0,3}(?:[:=#(\[|>"'*-]{1,3}[ \t]{0,3}(?:no\.?|#)?[ \t]{0,3}){0,3}(?:\n[ \t]{0,8})?`;
const VALUE = String.raw`([A-Za-z0-9](?:[A-Za-z0-9]|[-./_#*](?=[A-Za-z0-9*])|[ ](?=\d{3,8}(?![\d/.:%]))(?<=\d[ ])|\*){1,39})(?![A-Za-z0-9])`;
const UNIT =
  /[ ]?(?:mg|mcg|kg|g|ml|mL|cc|mm|cm|lbs?|units?|iu|IU|mmHg|bpm|%|years?|yrs?|y\/?o|days?|weeks?|months?|hours?|hrs?|minutes?|times)\b/y;

// Shared by all cues: a pattern per cue that held them too would cost every cold start its compilation.
const AFTER_CUE = new RegExp(`${QUALIFIER}{0,2}${FILLER}${SEPARATOR}${VALUE}`, 'iy');
const AFTER_QUALIFIED_CUE = new RegExp(
  String.raw`(?:${QUALIFIER}{1,2}${FILLER}|[ ]?(?=[:=#]))${SEPARATOR}${VALUE}`,
  'iy',
);

/** A phrase that announces a value. Its pattern is made when it is first needed: most texts need few of them. */
class Cue {
  #rest: RegExp | undefined;

  constructor(
    /** What follows the first word of the phrase. */
    private readonly phraseRest: string,
    readonly tail: RegExp,
  ) {}

  get rest(): RegExp {
    return (this.#rest ??= new RegExp(`${this.phraseRest.replaceAll(' ', '[ _-]?')}(?![a-z])`, 'iy'));
  }
}

export function cuedValue({
  name,
  category,
  cues,
  qualifiedCues = [],
  accepts = looksIssued,
}: CuedIdentifier): Recognizer {
  const byHead = new Map<string, Cue[]>();
  for (const [phrases, tail] of [
    [cues, AFTER_CUE],
    [qualifiedCues, AFTER_QUALIFIED_CUE],
  ] as const) {
    for (const phrase of phrases) {
      const head = /^[a-z]+/.exec(phrase)?.[0] ?? phrase;
      byHead.set(head, [...(byHead.get(head) ?? []), new Cue(phrase.slice(head.length), tail)]);
    }
  }
  const atWords = new Map<string, AnchorHandler>();
  for (const [head, phrases] of byHead) {
    atWords.set(head, (reading, at, found) => {
      const word = reading.words[at];
      if (word === undefined || reading.text[word.start - 1] === '-') return;
      const figures = reading.digits[firstFrom(reading.digits, word.end)];
      if (figures === undefined || figures.start - word.end > REACH_AHEAD) return;
      for (const cue of phrases) {
        const value = valueAfter(reading, word.end, cue, accepts);
        if (value) found.add(isSaidTwice(reading, at) ? word.start : value.start, value.end, 0.9);
      }
    });
  }
  return { name, category, atWords };
}

/** "MRN MRN 445566": the second is part of what was issued. */
function isSaidTwice({ words }: Reading, at: number): boolean {
  const word = words[at];
  const before = words[at - 1];
  return word !== undefined && before?.lower === word.lower && word.start - before.end === 1;
}

function valueAfter(
  { text }: Reading,
  headEnd: number,
  { rest, tail }: Cue,
  accepts: (value: string) => boolean,
): { start: number; end: number } | undefined {
  const phraseEnd = endOfMatch(rest, text, headEnd);
  if (phraseEnd < 0) return undefined;
  const match = matchAt(tail, text, phraseEnd);
  const value = match?.[1];
  if (match === null || value === undefined || !accepts(value)) return undefined;
  const end = match.index + match[0].length;
  return endOfMatch(UNIT, text, end) >= 0 ? undefined : { start: end - value.length, end };
}

/** A value somebody issued: not a word, not a bare year, not a dose. */
export function looksIssued(value: string): boolean {
  const digits = value.replaceAll(/[^0-9]/g, '').length;
  if (/^(?:19|20)\d{2}$/.test(value)) return false;
  if (/^\d{1,5}(?:mg|mcg|kg|ml|g|cm|mm|units?|yo|y|lbs?)$/i.test(value)) return false;
  return digits >= 3 || (digits >= 2 && /[A-Za-z*]/.test(value));
}
