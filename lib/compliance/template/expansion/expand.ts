import { isList, isObject, own, type Json, type JsonObject } from '../json';
import { expandServerless, isServerless } from '../sam/sam-transform';
import { ForEach } from './for-each';
import { hiddenParts, transformsOf } from './hidden-parts';
import type { Expansion, Origin } from './origin';

/**
 * The template as it will deploy: loops unrolled, serverless types as the resources they become. What transforms of the
 * account's own would do stays hidden, and is said.
 * @param given values of parameters
 * @param mayHide false when the text has neither transform nor loop
 */
export function expand(body: JsonObject, given: JsonObject = {}, mayHide = true): Expansion<JsonObject> {
  const looped = unrolled(body, given);
  const resources = own(looped.body, 'Resources');
  const isSam = Object.values(isObject(resources) ? resources : {}).some(
    (each) => isObject(each) && isServerless(own(each, 'Type')),
  );
  const serverless = isSam ? expandServerless(looped.body, looped.origins) : undefined;
  return {
    body: serverless?.body ?? looped.body,
    origins: serverless ? new Map([...looped.origins, ...serverless.origins]) : looped.origins,
    // of what the author wrote: a transform keeps names and passes on what it cannot read
    hidden: [...hiddenParts(looped.body, mayHide), ...(serverless?.hidden ?? [])],
  };
}

const SECTIONS = ['Conditions', 'Outputs', 'Mappings'] as const;

function unrolled(
  body: JsonObject,
  given: JsonObject,
): { body: JsonObject; origins: ReadonlyMap<string, Origin> } {
  const resources = own(body, 'Resources');
  if (!transformsOf(body).includes('AWS::LanguageExtensions') || !isObject(resources)) {
    return { body, origins: new Map() };
  }
  const loops = new ForEach((collection) => collectionOf(collection, body, given));
  const others = SECTIONS.flatMap((name): [string, Json][] => {
    const section = own(body, name);
    return section === undefined ? [] : [[name, loops.within(section)]];
  });
  return {
    body: { ...body, ...Object.fromEntries(others), Resources: loops.resources(resources) },
    origins: loops.origins,
  };
}

/** A list written out, or a parameter that holds one. */
function collectionOf(collection: Json, body: JsonObject, given: JsonObject): readonly string[] | undefined {
  if (isList(collection)) {
    const texts = collection.filter((member) => typeof member === 'string');
    return texts.length === collection.length ? texts : undefined;
  }
  const name = isObject(collection) ? own(collection, 'Ref') : undefined;
  const parameters = own(body, 'Parameters');
  const parameter = typeof name === 'string' && isObject(parameters) ? own(parameters, name) : undefined;
  if (typeof name !== 'string' || !isObject(parameter) || own(parameter, 'Type') !== 'CommaDelimitedList') {
    return undefined;
  }
  const value = own(given, name) ?? own(parameter, 'Default');
  return typeof value === 'string' ? value.split(',').map((item) => item.trim()) : undefined;
}
