import { isList, isObject, own, type Json, type JsonObject } from '../json';
import type { Origin } from './origin';

/** Members one template may grow by: loops within loops multiply. */
const MOST_MEMBERS = 20_000;
const PREFIX = 'Fn::ForEach::';

/** Reads a collection to loop over; undefined when it is known only when the stack deploys. */
export type ReadCollection = (collection: Json) => readonly string[] | undefined;

/**
 * Unrolls `Fn::ForEach`. A loop that cannot be unrolled stays as it is, and whoever reads it sees its name.
 * Source: CloudFormation user guide, "Fn::ForEach".
 */
export class ForEach {
  readonly origins = new Map<string, Origin>();
  private left = MOST_MEMBERS;

  constructor(private readonly read: ReadCollection) {}

  /** The section with its loops unrolled; where each generated resource comes from is in {@link origins}. */
  resources(section: JsonObject): JsonObject {
    return this.members(section, ['Resources'], true);
  }

  /** Any other part of a template. */
  within(value: Json): Json {
    if (isList(value)) return value.map((member) => this.within(member));
    return isObject(value) ? this.members(value, [], false) : value;
  }

  private members(object: JsonObject, at: readonly string[], areResources: boolean): JsonObject {
    const members: [string, Json | undefined][] = [];
    for (const [key, value] of Object.entries(object)) {
      const unrolled = key.startsWith(PREFIX) ? this.unroll(value) : undefined;
      if (!unrolled) members.push([key, value === undefined ? value : this.within(value)]);
      for (const each of unrolled ?? []) {
        const path = [...at, key, '2', each.written];
        if (each.key.startsWith(PREFIX)) {
          // a loop within a loop: what it makes is found in the outer one's text only as a whole
          members.push(...Object.entries(this.members({ [each.key]: each.value }, at, areResources)));
          continue;
        }
        members.push([each.key, this.within(each.value)]);
        if (areResources)
          this.origins.set(each.key, { logicalId: each.key, type: typeOf(each.value), at: path });
      }
    }
    return Object.fromEntries(members);
  }

  private unroll(loop: Json | undefined): { key: string; written: string; value: Json }[] | undefined {
    if (!isList(loop) || loop.length !== 3) return undefined;
    const [identifier, collection, output] = loop;
    if (typeof identifier !== 'string' || !isObject(output)) return undefined;
    const values = collection === undefined ? undefined : this.read(collection);
    const written = Object.entries(output);
    this.left -= (values?.length ?? 0) * written.length;
    if (!values || this.left < 0) return undefined;
    return values.flatMap((value) =>
      written.map(([key, member]) => ({
        key: inText(key, identifier, value),
        written: key,
        value: inValue(member ?? null, identifier, value),
      })),
    );
  }
}

function typeOf(definition: Json): string {
  const type = isObject(definition) ? own(definition, 'Type') : undefined;
  return typeof type === 'string' ? type : '';
}

/** `&{Name}` drops what a logical id cannot hold. */
function inText(text: string, identifier: string, value: string): string {
  return text
    .replaceAll(`\${${identifier}}`, () => value)
    .replaceAll(`&{${identifier}}`, () => value.replaceAll(/[^A-Za-z0-9]/gu, ''));
}

function inValue(value: Json, identifier: string, item: string): Json {
  if (typeof value === 'string') return inText(value, identifier, item);
  if (isList(value)) return value.map((member) => inValue(member, identifier, item));
  if (!isObject(value)) return value;
  if (own(value, 'Ref') === identifier) return item;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      inText(key, identifier, item),
      member === undefined ? member : inValue(member, identifier, item),
    ]),
  );
}
