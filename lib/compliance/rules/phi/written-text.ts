import { isList, isObject, own, type Json, type JsonObject } from '../../template/json';

/** Expressions may be nested as deep as their author likes. */
const DEEPEST = 64;
/** Names of the two members of a tag, a variable or an attribute. */
const PAIRS = [
  ['Key', 'Value'],
  ['Name', 'Value'],
  ['ParameterKey', 'ParameterValue'],
] as const;

/** A text of a template as its author wrote it, with the name it stands under in front. */
export interface WrittenText {
  readonly path: string;
  readonly text: string;
}

/** Every text below a place, in whichever branch of whichever expression. */
export function* writtenTexts(
  path: string,
  value: Json | undefined,
  name = '',
  depth = 0,
): Generator<WrittenText> {
  if (typeof value === 'string' || typeof value === 'number') {
    yield { path, text: name === '' ? String(value) : `${name}: ${value}` };
  } else if (depth < DEEPEST && isList(value)) {
    for (const [index, member] of value.entries())
      yield* writtenTexts(`${path}.${index}`, member, name, depth + 1);
  } else if (depth < DEEPEST && isObject(value)) {
    const pair = pairIn(value);
    for (const [key, member] of Object.entries(value)) {
      // an expression says nothing about what it computes: the name outside it counts
      const inner = pair?.member === key ? pair.name : key.startsWith('Fn::') ? name : key;
      yield* writtenTexts(`${path}.${key}`, member, inner, depth + 1);
    }
  }
}

/** The name in `{ Key: name, Value: … }`, and which member holds the value. */
function pairIn(object: JsonObject): { readonly name: string; readonly member: string } | undefined {
  for (const [key, member] of PAIRS) {
    const name = own(object, key);
    if (typeof name === 'string' && Object.hasOwn(object, member)) return { name, member };
  }
  return undefined;
}
