import { readJson } from './json-reader';
import type { Json } from './json-tree';

const LOOKS_LIKE_JSON = /^\s*[[{]/u;

/** Whether a text is a JSON object or list. */
export function isJson(text: string): boolean {
  if (!LOOKS_LIKE_JSON.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * The JSON object or list that a text is; `undefined` for any other text.
 * @throws StructuredError INVALID_JSON for JSON that can be read in two ways, or is nested too deep
 */
export function jsonIn(text: string): Json | undefined {
  return isJson(text) ? readJson(text) : undefined;
}
