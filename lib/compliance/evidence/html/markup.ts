/** Text that is HTML already. Everything else is escaped on its way into a page. */
export class Markup {
  constructor(readonly text: string) {}
}

export type Part = string | number | Markup | undefined | readonly Part[];

/** Template tag: what is interpolated is escaped unless it is markup, so a forgotten escape cannot happen. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let text = strings[0] ?? '';
  // tens of thousands of calls: an index costs less than an iterator
  for (let index = 0; index < parts.length; index += 1)
    text += textOf(parts[index]) + (strings[index + 1] ?? '');
  return new Markup(text);
}

export function join(parts: readonly Part[], separator: Markup): Markup {
  return new Markup(parts.map(textOf).join(separator.text));
}

function textOf(part: Part): string {
  if (typeof part === 'string') return escapeText(part);
  if (typeof part === 'number') return String(part);
  if (part === undefined) return '';
  if (part instanceof Markup) return part.text;
  return part.map(textOf).join('');
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);
const SUSPECT = /[^ !#-%(-;=?-~]/u;
/** Besides markup: characters that no one sees and that reorder or cut what one does see. */
const UNSAFE = /[&<>"']|\p{Bidi_Control}|\p{Cs}|(?![\t\n\r])\p{Cc}/gu;

/** Safe in text and in quoted attributes. Control characters become visible: `[U+202E]`. */
export function escapeText(text: string): string {
  return SUSPECT.test(text) ? text.replace(UNSAFE, (char) => ENTITIES.get(char) ?? named(char)) : text;
}

function named(char: string): string {
  return `[U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}

/** A path, name or digest: set as code, and broken only behind a separator where a line is too short for it. */
export function code(text: string): Markup {
  return markup`<code>${breakable(text)}</code>`;
}

export function breakable(text: string): Markup {
  let written = '';
  let from = 0;
  for (let at = 0; at < text.length - 1; at += 1) {
    const sign = text.charAt(at);
    const separates =
      sign === '/' || sign === '.' || sign === '#' || (sign === ':' && text.charAt(at - 1) === ':');
    if (!separates) continue;
    written += `${escapeText(text.slice(from, at + 1))}<wbr>`;
    from = at + 1;
  }
  return new Markup(written + escapeText(text.slice(from)));
}

/** `1 finding`, `2 findings`. */
export function plural(count: number, noun: string, nouns = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : nouns}`;
}
