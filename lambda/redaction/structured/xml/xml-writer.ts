import type { XmlDocument } from './xml-reader';
import type { XmlNode } from './xml-tree';

const TEXT_SIGNS = /[&<>\r]/g;
const ATTRIBUTE_SIGNS = /[&<>"\t\n\r]/g;
const ESCAPES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

export function writeXml({ root, declared }: XmlDocument): string {
  const pieces: string[] = declared ? ['<?xml version="1.0" encoding="UTF-8"?>\n'] : [];
  write(root, pieces);
  return pieces.join('');
}

function write(node: XmlNode, pieces: string[]): void {
  if (node.kind === 'text') {
    pieces.push(escape(node.text, TEXT_SIGNS));
    return;
  }
  pieces.push('<', node.name);
  for (const [name, value] of node.attributes) {
    pieces.push(' ', name, '="', escape(value, ATTRIBUTE_SIGNS), '"');
  }
  if (node.selfClosing && node.children.length === 0) {
    pieces.push('/>');
    return;
  }
  pieces.push('>');
  for (const child of node.children) write(child, pieces);
  pieces.push('</', node.name, '>');
}

function escape(value: string, signs: RegExp): string {
  return value.replace(signs, (sign) => ESCAPES.get(sign) ?? `&#${sign.charCodeAt(0)};`);
}
