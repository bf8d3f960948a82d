const LONGEST_TEXT = 300;

export function more(count: number, noun: string): string[] {
  return count > 0 ? [noun === 'more' ? `- and ${count} more` : `- and ${count} ${noun} more`] : [];
}

/** Characters no one sees, and those that reorder what one does see. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Bidi_Control}]+/gu;

/** Text of templates and waivers: no markup, no mention of a person, no line break of its own. */
export function text(given: string): string {
  return shortened(given)
    .replace(/[\\`*_{}[\]#+!|~]/gu, String.raw`\$&`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', '&#64;')
    .replaceAll('://', '&#58;//');
}

/** In backticks, of which it therefore has none itself. */
export function code(given: string): string {
  return `\`${shortened(given).replaceAll('`', "'").replaceAll('|', '\uFF5C')}\``;
}

function shortened(given: string): string {
  const line = given.replace(UNSEEN, ' ').trim();
  return line.length > LONGEST_TEXT
    ? `${line.slice(0, LONGEST_TEXT - 1).replace(/\p{Cs}$/u, '')}\u2026`
    : line;
}

export function linkTarget(url: string): string {
  return encodeURI(url.replace(UNSEEN, '')).replaceAll('(', '%28').replaceAll(')', '%29');
}
