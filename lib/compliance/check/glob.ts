/** True when a path holds characters that stand for others. */
export function isGlob(path: string): boolean {
  return /[*?[\]{}]/u.test(path);
}

/** The folder in front of the first character that stands for others; '' for the working directory. */
export function fixedFolder(pattern: string): string {
  const fixed = pattern.slice(0, pattern.search(/[*?[\]{}]/u));
  return fixed.slice(0, fixed.lastIndexOf('/') + 1);
}

/**
 * A matcher for `/`-separated paths: `*` and `?` within a name, `**` across folders, `[ab]` and `{one,other}`.
 * Node 20 has none of its own.
 */
export function globMatcher(pattern: string): (path: string) => boolean {
  let source = '';
  let braces = 0;
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern[at] ?? '';
    if (pattern.startsWith('**/', at)) {
      source += '(?:[^/]+/)*';
      at += 2;
    } else if (pattern.startsWith('**', at)) {
      source += '.*';
      at += 1;
    } else if (character === '*') source += '[^/]*';
    else if (character === '?') source += '[^/]';
    else if (character === '[' && pattern.indexOf(']', at + 2) > 0) {
      const end = pattern.indexOf(']', at + 2);
      const members = pattern.slice(at + 1, end);
      const negated = /^[!^]/u.test(members);
      source += `[${negated ? '^/' : ''}${members.slice(negated ? 1 : 0).replaceAll(/[\\[\]^&~|(){}/]/gu, '\\$&')}]`;
      at = end;
    } else if (character === '{' && pattern.includes('}', at)) {
      source += '(?:';
      braces += 1;
    } else if (character === '}' && braces > 0) {
      source += ')';
      braces -= 1;
    } else if (character === ',' && braces > 0) source += '|';
    else source += character.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
  }
  const expression = new RegExp(`^${source}${')'.repeat(braces)}$`, 'u');
  return (path) => expression.test(path);
}
