import type { Aws } from '../support/aws';
import { isObject, listAt, textAt, type Json, type JsonObject } from '../support/json';

/**
 * Reads a resource back through its service's own API, in the words of its CloudFormation type: only what the service
 * answers, nothing taken over from the template. No answer when the service does not know the resource.
 * @param properties what the template asked for, for what can only be looked up by it
 */
export type Reader = (
  aws: Aws,
  physicalId: string,
  properties: JsonObject,
) => Promise<JsonObject | undefined>;

export type Readers = Readonly<Record<string, Reader>>;

/** Tags as templates write them, without those CloudFormation adds. */
export function tags(entries: readonly Json[], key = 'Key', value = 'Value'): readonly Json[] {
  return entries
    .map((entry) => ({ Key: textAt(entry, key), Value: textAt(entry, value) }))
    .filter(({ Key }) => !Key.startsWith('aws:'));
}

/** The same from a map of keys to values. */
export function tagsOfMap(map: Json | undefined): readonly Json[] {
  return tags(Object.entries(isObject(map) ? map : {}).map(([Key, Value]) => ({ Key, Value })));
}

/** The only element of a list in an answer. */
export function only(answer: JsonObject | undefined, list: string): JsonObject | undefined {
  const [found, ...more] = listAt(answer, list);
  return isObject(found) && more.length === 0 ? found : undefined;
}
