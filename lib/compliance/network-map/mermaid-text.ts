import { createHash } from 'node:crypto';

/**
 * What stands for itself between quotes, in labels, titles and comments of Mermaid 11. Left out are what ends a text (quote,
 * line break), markup, the backtick (a markdown string), `#` and `;` (entities), `%` (comments, directives), `*` (emphasis),
 * `$` (formulas), `|` and the backslash.
 */
const UNSAFE = /[^\p{L}\p{N} _.,:/()+=@?!'-]/gu;
/** Longer names are cut: they would widen the drawing. */
export const LONGEST_NAME = 90;

/** Text for a label, on one line: whatever Mermaid could read as something else is named, as in the report: `[U+0022]`. */
export function mermaidText(text: string): string {
  return text.replace(UNSAFE, named);
}

/** As {@link mermaidText}, for names of any length: those that are cut show it. */
export function mermaidName(name: string): string {
  return mermaidText(
    name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 3).replace(/\p{Cs}$/u, '')}...` : name,
  );
}

function named(char: string): string {
  return `[U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}

/** A name that no word of Mermaid begins with, the same for the same id whatever else is on the map. */
export function mermaidId(prefix: 'n' | 'g', id: string): string {
  return `${prefix}${createHash('sha256').update(id).digest('hex').slice(0, 12)}`;
}
