import { hasWildcard } from './arn';

/**
 * Whether an IAM pattern (`*` any text, `?` one character) covers a text. Open places (`${…}`) are plain text on both
 * sides, so `arn:${AWS::Partition}:s3:::x` matches itself and never more.
 * Source: IAM user guide, "IAM JSON policy elements: Action", "Resource".
 */
export function covers(pattern: string, text: string): boolean {
  // two pointers with one point of return: linear in practice, no regular expression over foreign text
  let p = 0;
  let t = 0;
  let star = -1;
  let resume = 0;
  while (t < text.length) {
    if (p < pattern.length && (pattern[p] === text[t] || pattern[p] === '?') && pattern[p] !== '*') {
      p += 1;
      t += 1;
    } else if (p < pattern.length && pattern[p] === '*') {
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
  while (pattern[p] === '*') p += 1;
  return p === pattern.length;
}

/** True when an action pattern of a policy reaches at least one of the named actions. Case-insensitive. */
export function reachesAction(patterns: readonly string[], action: string): boolean {
  const wanted = action.toLowerCase();
  return patterns.some((pattern) =>
    hasWildcard(pattern)
      ? covers(pattern.toLowerCase(), wanted)
      : // most are of another length, and need no other case
        pattern.length === wanted.length && pattern.toLowerCase() === wanted,
  );
}

/** True for an action pattern that names no action: `*`, `s3:*`, `*:*`, `s*`. */
export function isWholeService(pattern: string): boolean {
  const colon = pattern.indexOf(':');
  return /^[*?]*\*[*?]*$/u.test(colon < 0 ? pattern.slice(-1) : pattern.slice(colon + 1));
}
