import { CATEGORIES } from '../category';

/** What an earlier redaction left, as source of a pattern: `[NAME]`, or a token `[NAME:abc123]`. */
export const LABEL_SOURCE = String.raw`\[(?:${CATEGORIES.join('|')})(?::[A-Za-z0-9_-]{1,64})?\]`;

const WHOLE = new RegExp(`^${LABEL_SOURCE}$`);
const EACH = new RegExp(LABEL_SOURCE, 'g');

export function isLabel(value: string): boolean {
  return WHOLE.test(value);
}

export function withoutLabels(value: string): string {
  return value.replace(EACH, ' ');
}
