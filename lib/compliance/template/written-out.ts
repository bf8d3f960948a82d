import { isList, isObject, type Json } from './json';
import { textOf, type Value } from './value';

/** Policies and definitions nest some ten levels deep. */
const DEEPEST = 64;

/** The value with every expression in it replaced by its one text; undefined when one has none, or several. */
export function writtenOut(
  value: Json,
  resolve: (expression: Json) => readonly Value[],
  depth = 0,
): Json | undefined {
  if (depth > DEEPEST) return undefined;
  const [only, ...others] = resolve(value);
  if (!only || others.length > 0 || only.kind === 'unknown') return undefined;
  if (only.kind === 'absent') return null;
  if (only.kind !== 'literal') return textOf(only);
  const inner = (member: Json) => writtenOut(member, resolve, depth + 1);
  if (isList(only.value)) {
    const members = only.value.map(inner);
    return members.includes(undefined) ? undefined : members.filter((member) => member !== undefined);
  }
  if (!isObject(only.value)) return only.value;
  const members = Object.entries(only.value).map(([key, member]) => [key, inner(member ?? null)] as const);
  return members.some(([, member]) => member === undefined) ? undefined : Object.fromEntries(members);
}
