import type { Json } from './json-tree';

/** Writes a tree. @param indent what a level is indented by; without it all is one line */
export function writeJson(node: Json, indent = ''): string {
  const pieces: string[] = [];
  write(node, pieces, indent, '\n');
  return pieces.join('');
}

/** Writes a tree as a source was written: its indent, and what ends it. */
export function writeLike(source: string, node: Json): string {
  return writeJson(node, indentOf(source)) + source.slice(source.trimEnd().length);
}

/** What one level of a JSON text is indented by; empty if it is on one line. */
function indentOf(source: string): string {
  return /^\ufeff?\s*[[{][ \t]*\r?\n([ \t]{1,8})\S/.exec(source)?.[1] ?? '';
}

function write(node: Json, pieces: string[], indent: string, line: string): void {
  switch (node.kind) {
    case 'string':
      pieces.push(JSON.stringify(node.value));
      break;
    case 'number':
      pieces.push(node.source);
      break;
    case 'literal':
      pieces.push(String(node.value));
      break;
    case 'array':
      writeAll(node.items, ['[', ']'], pieces, indent, line, (item, inner) => {
        write(item, pieces, indent, inner);
      });
      break;
    case 'object':
      writeAll(node.members, ['{', '}'], pieces, indent, line, ({ key, value }, inner) => {
        pieces.push(JSON.stringify(key), indent === '' ? ':' : ': ');
        write(value, pieces, indent, inner);
      });
      break;
  }
}

function writeAll<T>(
  all: readonly T[],
  [open, close]: readonly [string, string],
  pieces: string[],
  indent: string,
  line: string,
  writeOne: (one: T, line: string) => void,
): void {
  const inner = line + indent;
  const breaks = indent !== '' && all.length > 0;
  pieces.push(open);
  for (const [at, one] of all.entries()) {
    if (at > 0) pieces.push(',');
    if (breaks) pieces.push(inner);
    writeOne(one, inner);
  }
  if (breaks) pieces.push(line);
  pieces.push(close);
}
