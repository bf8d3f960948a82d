/**
 * Reads places out of JSON text that `JSON.parse` has found to be valid: it tells no line of anything, and takes the last
 * of two members with one name without a word. No recursion: text may be nested as deep as its author likes.
 */

/** How many members the objects of the text have, repeated ones counted each time: one colon outside of texts for each. */
export function countMembers(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === COLON) count += 1;
    else if (code === QUOTE) at = endOfText(text, at);
  }
  return count;
}

const COLON = 0x3a;
const QUOTE = 0x22;

/** Offset of the first member name that its object already has; undefined when all differ. */
export function repeatedName(text: string): number | undefined {
  const open: (Set<string> | undefined)[] = [];
  let namesMember = false;
  for (let at = 0; at < text.length; at += 1) {
    switch (text[at]) {
      case '"': {
        const end = endOfText(text, at);
        if (namesMember) {
          const names = open.at(-1);
          const name = nameAt(text, at, end);
          if (names?.has(name)) return at;
          names?.add(name);
          namesMember = false;
        }
        at = end;
        break;
      }
      case '{':
        open.push(new Set());
        namesMember = true;
        break;
      case '[':
        open.push(undefined);
        namesMember = false;
        break;
      case '}':
      case ']':
        open.pop();
        namesMember = false;
        break;
      case ',':
        namesMember = open.at(-1) !== undefined;
        break;
      default:
    }
  }
  return undefined;
}

/** Where a member of an object or list begins; of a member of an object, its name too. */
interface Member {
  readonly start: number;
  readonly value: number;
}

/** Finds the text of a value by its path. Every object and list on the way is looked through once. */
export class JsonText {
  private readonly members = new Map<number, ReadonlyMap<string, Member>>();

  constructor(private readonly text: string) {}

  /** Offset of what the path names, or of the deepest part of it that is there; how many steps were there. */
  find(path: readonly string[]): { readonly offset: number; readonly steps: number } {
    let value = skipSpace(this.text, 0);
    let offset = value;
    for (const [steps, step] of path.entries()) {
      const member = this.membersAt(value).get(step);
      if (!member) return { offset, steps };
      offset = member.start;
      value = member.value;
    }
    return { offset, steps: path.length };
  }

  private membersAt(offset: number): ReadonlyMap<string, Member> {
    const known = this.members.get(offset);
    if (known) return known;
    const found = membersOf(this.text, offset);
    this.members.set(offset, found);
    return found;
  }
}

function membersOf(text: string, offset: number): Map<string, Member> {
  const found = new Map<string, Member>();
  const isList = text[offset] === '[';
  if (!isList && text[offset] !== '{') return found;
  let at = skipSpace(text, offset + 1);
  for (let index = 0; at < text.length && text[at] !== ']' && text[at] !== '}'; index += 1) {
    const start = at;
    let name = String(index);
    if (!isList) {
      const end = endOfText(text, at);
      name = nameAt(text, at, end);
      at = skipSpace(text, skipSpace(text, end + 1) + 1);
    }
    found.set(name, { start, value: at });
    at = skipSpace(text, endOfValue(text, at));
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return found;
}

/** Offset behind the value that begins here. */
function endOfValue(text: string, offset: number): number {
  let depth = 0;
  for (let at = offset; at < text.length; at += 1) {
    switch (text[at]) {
      case '"':
        at = endOfText(text, at);
        if (depth === 0) return at + 1;
        break;
      case '{':
      case '[':
        depth += 1;
        break;
      case '}':
      case ']':
        if (depth === 0) return at;
        depth -= 1;
        if (depth === 0) return at + 1;
        break;
      case ',':
        if (depth === 0) return at;
        break;
      default:
    }
  }
  return text.length;
}

/** Offset of the quotation mark that ends the text beginning here. */
function endOfText(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text[end - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return end;
  }
  return text.length;
}

function nameAt(text: string, start: number, end: number): string {
  const name = text.slice(start + 1, end);
  return name.includes('\\') ? (JSON.parse(`"${name}"`) as string) : name;
}

function skipSpace(text: string, offset: number): number {
  let at = offset;
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at += 1;
  return at;
}
