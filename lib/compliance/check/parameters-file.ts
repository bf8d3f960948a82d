import { isList, isObject, own, type Json, type JsonObject } from '../template/json';
import { readYaml } from '../template/yaml-reader';
import { UnreadableInput } from '../template/unreadable-input';

/**
 * Values for the parameters of a stack, in any form the AWS tools take: the list of `aws cloudformation deploy`
 * (`[{ParameterKey, ParameterValue}]`), an object of names, or CodePipeline's `{Parameters: {…}}`. JSON or YAML.
 * A parameter that keeps its previous value has none that can be known.
 * @throws UnreadableInput when the text is none of these; the message quotes no value
 */
export function parseParameters(text: string, name: string): JsonObject {
  const value = valueOf(text, name);
  if (isList(value)) return fromList(value, name);
  if (!isObject(value)) throw new UnreadableInput(`${name}: no parameters: neither a list nor an object`);
  const inner = own(value, 'Parameters');
  return fromObject(isObject(inner) ? inner : value, name);
}

function valueOf(text: string, name: string): Json {
  if (!/^[\uFEFF\s]*[[{]/u.test(text)) return readYaml(text, name).value;
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, '')) as Json;
  } catch {
    throw new UnreadableInput(`${name}: not valid JSON`);
  }
}

function fromList(entries: readonly Json[], name: string): JsonObject {
  const values = new Map<string, Json>();
  for (const [index, entry] of entries.entries()) {
    const key = isObject(entry) ? own(entry, 'ParameterKey') : undefined;
    if (!isObject(entry) || typeof key !== 'string') {
      throw new UnreadableInput(`${name}: entry ${index} has no ParameterKey`);
    }
    if (values.has(key)) throw new UnreadableInput(`${name}: parameter '${key}' is given twice`);
    const value = own(entry, 'ParameterValue');
    if (value === undefined && own(entry, 'UsePreviousValue') === true) continue;
    values.set(key, checked(key, value, name));
  }
  return Object.fromEntries(values);
}

function fromObject(object: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, checked(key, value, name)]));
}

function checked(key: string, value: Json | undefined, name: string): Json {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (isList(value) && value.every((member) => typeof member === 'string')) return value.join(',');
  throw new UnreadableInput(`${name}: parameter '${key}' has no text, number or list of texts for its value`);
}
