import { isList, isObject, type Json } from '../../template/json';

/** Deeper than any resource is; the reader of templates refuses what is far deeper. */
const DEEPEST = 64;

/** Every text in a value with its dotted path. */
export function* textsIn(
  value: Json | undefined,
  path: string,
  depth = 0,
): Generator<{ path: string; text: string }> {
  if (typeof value === 'string') yield { path, text: value };
  else if (depth > DEEPEST) return;
  else if (isList(value)) {
    for (const [index, member] of value.entries()) yield* textsIn(member, `${path}.${index}`, depth + 1);
  } else if (isObject(value)) {
    for (const [key, member] of Object.entries(value)) yield* textsIn(member, `${path}.${key}`, depth + 1);
  }
}
