import type { Hidden } from '../expansion/origin';
import { isObject, own, type Json, type JsonObject } from '../json';

/** A resource of a serverless type, as its author wrote it, with the template's defaults already in it. */
export interface SamResource {
  readonly logicalId: string;
  readonly type: string;
  readonly properties: JsonObject;
  readonly definition: JsonObject;
}

/** Dotted paths of the generated resource and what the author wrote for them; the first that fits counts. */
export type Paths = readonly (readonly [generated: string, written: string])[];

/** A resource that the transform generates. */
export interface Made {
  readonly logicalId: string;
  readonly definition: JsonObject;
  /** None when the paths are the same. */
  readonly paths?: Paths | undefined;
}

/** A route that an event of a function or state machine adds to an API. */
export interface Route {
  readonly kind: 'rest' | 'http';
  /** Logical id of the API; undefined for the one that SAM makes by itself. */
  readonly api: string | undefined;
  readonly path: string;
  readonly method: string;
  readonly auth: JsonObject;
  /** All that the event says. */
  readonly properties: JsonObject;
  /** Of the event. */
  readonly name: string;
  /** What the author wrote it in. */
  readonly owner: SamResource;
}

/** What becomes of one serverless resource. */
export interface Expanded {
  readonly made: readonly Made[];
  readonly hidden?: readonly Hidden[];
  readonly routes?: readonly Route[];
}

/** Attributes that go from the written resource to the main one it becomes. */
const ATTRIBUTES = ['Condition', 'DependsOn', 'DeletionPolicy', 'UpdateReplacePolicy', 'Metadata'] as const;

/** The main resource that a serverless one becomes; it keeps the name. */
export function main(sam: SamResource, type: string, properties: JsonObject, paths?: Paths): Made {
  return {
    logicalId: sam.logicalId,
    definition: { Type: type, ...pick(sam.definition, ATTRIBUTES), Properties: properties },
    paths,
  };
}

/** A resource beside the main one: it is there under the same condition. */
export function beside(
  sam: SamResource,
  suffix: string,
  type: string,
  properties: JsonObject,
  paths: Paths = [],
): Made {
  return {
    logicalId: `${sam.logicalId}${suffix}`,
    definition: { Type: type, ...pick(sam.definition, ['Condition']), Properties: properties },
    paths,
  };
}

/** The members that are there. */
export function pick(object: JsonObject, names: readonly string[]): JsonObject {
  return defined(Object.fromEntries(names.map((name) => [name, own(object, name)])));
}

/** All but some members. */
export function omit(object: JsonObject, names: ReadonlySet<string>): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.has(name)));
}

/** Without the members that are undefined. */
export function defined(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}

export function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

/** SAM writes tags as a map, CloudFormation as a list. */
export function tagList(tags: Json | undefined): Json | undefined {
  if (!isObject(tags)) return tags;
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value: Value ?? null }));
}

export const arnOf = (logicalId: string): JsonObject => ({ 'Fn::GetAtt': [logicalId, 'Arn'] });

/** The one logical id a value refers to. */
export function referred(value: Json | undefined): string | undefined {
  if (!isObject(value)) return undefined;
  const ref = own(value, 'Ref');
  if (typeof ref === 'string') return ref;
  const attribute = own(value, 'Fn::GetAtt');
  const id =
    typeof attribute === 'string'
      ? attribute.split('.')[0]
      : Array.isArray(attribute)
        ? (attribute[0] as Json)
        : undefined;
  return typeof id === 'string' ? id : undefined;
}

export function isIntrinsic(value: Json | undefined): boolean {
  if (!isObject(value)) return false;
  const [name, ...more] = Object.keys(value);
  return more.length === 0 && name !== undefined && (name === 'Ref' || name.startsWith('Fn::'));
}
