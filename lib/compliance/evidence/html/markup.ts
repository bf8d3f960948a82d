/** Text that is HTML already. Everything else is escaped on its way into a page. */
export class Markup {
  constructor(readonly text: string) {}
}

export type Part = string | number | Markup | undefined | readonly Part[];

/** Template tag: what is interpolated is escaped unless it is markup, so a forgotten escape cannot happen. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let text = strings[0] ?? '';
  for (const [index, part] of parts.entries()) text += textOf(part) + (strings[index + 1] ?? '');
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
  return join(text.split(/(?<=[/.#]|::)/u), new Markup('<wbr>'));
}

/** `1 finding`, `2 findings`. */
export function plural(count: number, noun: string, nouns = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : nouns}`;
}
