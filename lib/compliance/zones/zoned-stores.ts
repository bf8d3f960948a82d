import { allows } from '../policy/allow';
import { isAnything, parseArn } from '../policy/arn';
import { covers } from '../policy/pattern';
import type { Statement } from '../policy/statement';
import type { Tri } from '../policy/tri';
import type { Resource } from '../template/resource';
import type { Template } from '../template/template';
import { append, perAssembly } from '../rules/cloudformation/per-assembly';
import { zonesOf, type Zones } from './class-of';
import { DATA_DOORS, type DataDoor } from './data-doors';
import { namedResources } from './named-resources';

/** A store that says on which side of the line it is. */
export interface ZonedStore {
  readonly resource: Resource;
  readonly zones: Zones;
  readonly doors: readonly DataDoor[];
}

export interface ZonedStores {
  readonly all: readonly ZonedStore[];
  readonly of: ReadonlyMap<Resource, ZonedStore>;
  /** The doors of each type that is there. */
  readonly doors: readonly (readonly DataDoor[])[];
  /** By the services that their doors are in. */
  readonly byService: ReadonlyMap<string, readonly ZonedStore[]>;
}

/** The stores of an assembly that are on a side of the line, found once. */
export const zonedStores = perAssembly((assembly): ZonedStores => {
  const all: ZonedStore[] = [];
  const byService = new Map<string, ZonedStore[]>();
  for (const [type, doors] of Object.entries(DATA_DOORS)) {
    for (const resource of assembly.resourcesOf(type)) {
      const zones = zonesOf(resource);
      if (zones.protected === false && zones.unprotected === false) continue;
      const store = { resource, zones, doors };
      all.push(store);
      for (const service of new Set(doors.map((door) => door.service))) append(byService, service, store);
    }
  }
  return {
    all,
    of: new Map(all.map((store) => [store.resource, store])),
    doors: [...new Set(all.map(({ doors }) => doors))],
    byService,
  };
});

/** A store of which a pattern of a policy names data. */
export interface NamedStore {
  readonly store: ZonedStore;
  /** Undefined: it may as well be another one of that name. */
  readonly isSure: Tri;
  /** False when the pattern is about a part of the data only. */
  readonly isWhole: boolean;
}

/** What a statement allows on the data behind doors, in the order in which they list it. */
export function openedBy(statement: Statement, doors: readonly DataDoor[]): readonly string[] {
  return doors.flatMap(({ actions }) => actions.filter((action) => allows(statement, action)));
}

/** The stores of which a statement names data, whatever it says of them. */
export function storesOf(
  { resources, notResources }: Statement,
  from: Template,
  stores: ZonedStores,
): readonly NamedStore[] {
  if (notResources.length === 0) return resources.flatMap((pattern) => namedBy(pattern, from, stores));
  const left = new Set(
    notResources
      .flatMap((pattern) => namedBy(pattern, from, stores))
      .flatMap(({ store, isWhole }) => (isWhole ? store : [])),
  );
  return stores.all.flatMap((store) => (left.has(store) ? [] : { store, isSure: true, isWhole: true }));
}

function namedBy(pattern: string, from: Template, stores: ZonedStores): readonly NamedStore[] {
  if (isAnything(pattern)) return stores.all.map((store) => ({ store, isSure: true, isWhole: true }));
  const named = namedResources(pattern, from);
  if (named) {
    const isSure = named.length === 1 || undefined;
    const rest = pattern.slice(pattern.lastIndexOf('}') + 1);
    return named.flatMap((resource) => {
      const store = stores.of.get(resource);
      // the ARN of a bucket is not that of its objects
      if (!store || (rest === '' && isBucket(store))) return [];
      return { store, isSure, isWhole: rest === '' || rest === '*' || rest === '/*' };
    });
  }
  const arn = parseArn(pattern);
  if (!arn) return [];
  const inService = /[*?]/u.test(arn.service) ? stores.all : (stores.byService.get(arn.service) ?? []);
  return inService.flatMap((store) => {
    const isWhole = isMeant(arn.resource, store);
    return isWhole === undefined ? [] : { store, isSure: true, isWhole };
  });
}

/** Whether a pattern means all data of a store, or some of it; undefined when none. */
function isMeant(pattern: string, store: ZonedStore): boolean | undefined {
  const { resource, doors } = store;
  const texts = doors.flatMap(({ prefix, name }) =>
    [...(name === undefined ? [] : resource.property(name).texts()), `\${${resource.logicalId}}`].map(
      (each) => prefix + each,
    ),
  );
  if (texts.some((text) => covers(pattern, `${text}/x`))) return true;
  if (!isBucket(store) && texts.some((text) => covers(pattern, text))) return true;
  return texts.some((text) => pattern.startsWith(`${text}/`)) ? false : undefined;
}

function isBucket({ resource }: ZonedStore): boolean {
  return resource.type === 'AWS::S3::Bucket';
}
