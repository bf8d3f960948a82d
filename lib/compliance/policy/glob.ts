import { every, type Tri } from './tri';

/** Any text. */
export const ANY = Symbol('*');
/** One character. */
export const ONE = Symbol('?');

/** A character, an open place (`${…}`) as one piece, or a wildcard. */
export type Token = string | typeof ANY | typeof ONE;

/** What is longer than any IAM policy may be is not compared: both loops below are at worst a product of the lengths. */
const LONGEST = 20_000;
const MOST_STEPS = 4_000_000;

/**
 * Whether a pattern matches a text, where open places of both may stand for any text.
 * The same open place on both sides is the same text. Source: IAM user guide, "IAM JSON policy elements: Resource".
 */
export function matches(pattern: readonly Token[], text: readonly Token[]): Tri {
  if (pattern.length > LONGEST || text.length > LONGEST) return undefined;
  if (matchesSurely(pattern, text)) return true;
  if (!pattern.some(isOpen) && !text.some(isOpen)) return false;
  return mayMeet(pattern, text) ? undefined : false;
}

/**
 * As {@link matches}, part by part of an ARN: a wildcard does not reach over a colon before the resource part.
 * @param lone what a pattern means that has fewer parts than an ARN, and matches as a whole
 */
export function matchesArn(pattern: readonly Token[], text: readonly Token[], lone: Tri): Tri {
  const whole = matches(pattern, text);
  if (whole === false) return false;
  const parts = arnParts(pattern);
  if (!parts) return whole === true ? lone : undefined;
  const others = arnParts(text);
  // a colon may hide in an open place
  if (!others) return text.some(isOpen) || pattern.some(isOpen) ? undefined : false;
  const aligned = every(parts.map((part, index) => matches(part, others[index] ?? [])));
  return aligned === false && [...pattern, ...text].some(isOpen) ? undefined : aligned;
}

/** The six parts of an ARN; undefined when there are fewer. */
function arnParts(tokens: readonly Token[]): readonly (readonly Token[])[] | undefined {
  const parts: (readonly Token[])[] = [];
  let start = 0;
  for (const [index, token] of tokens.entries()) {
    if (token !== ':' || parts.length === 5) continue;
    parts.push(tokens.slice(start, index));
    start = index + 1;
  }
  return parts.length === 5 ? [...parts, tokens.slice(start)] : undefined;
}

function isOpen(token: Token | undefined): boolean {
  return typeof token === 'string' && token.length > 2 && token.startsWith('${');
}

function matchesSurely(pattern: readonly Token[], text: readonly Token[]): boolean {
  // two pointers with one point of return
  let p = 0;
  let t = 0;
  let star = -1;
  let resume = 0;
  while (t < text.length) {
    const token = pattern[p];
    if (token !== undefined && (token === text[t] || (token === ONE && !isOpen(text[t])))) {
      p += 1;
      t += 1;
    } else if (token === ANY) {
      star = p;
      resume = t;
      p += 1;
    } else if (star >= 0) {
      p = star + 1;
      resume += 1;
      t = resume;
    } else {
      return false;
    }
  }
  while (pattern[p] === ANY) p += 1;
  return p === pattern.length;
}

/** Whether some text can be both, open places being any text. Row by row over the places reached in the text. */
function mayMeet(pattern: readonly Token[], text: readonly Token[]): boolean {
  if (pattern.length * text.length > MOST_STEPS) return true;
  let reached = spread(new Set([0]), text);
  for (const token of pattern) {
    const next = new Set<number>();
    if (token === ANY || isOpen(token)) {
      const least = Math.min(...reached);
      for (let t = least; t <= text.length; t += 1) next.add(t);
    } else {
      for (const t of reached) {
        if (isOpen(text[t])) next.add(t);
        else if (t < text.length && (token === ONE || token === text[t])) next.add(t + 1);
      }
    }
    if (next.size === 0) return false;
    reached = spread(next, text);
  }
  return reached.has(text.length);
}

/** An open place of the text may be empty. */
function spread(reached: Set<number>, text: readonly Token[]): Set<number> {
  for (const t of reached) if (isOpen(text[t])) reached.add(t + 1);
  return reached;
}
