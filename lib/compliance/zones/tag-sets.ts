import type { Observation } from '../rule';
import { isList, own } from '../template/json';
import type { Property } from '../template/property';
import type { Resource } from '../template/resource';
import { textOf } from '../template/value';
import { placesByType } from '../rules/cloudformation/places';
import { STORE_TAGS } from './store-tags';

/** What one tag can say. */
export interface TagValues {
  /** Each text that is written out. */
  readonly texts: readonly string[];
  /** True when the tag is not there, or conditions of the template may leave it out. */
  readonly mayLack: boolean;
  /** True when a part of the tags that cannot be read may say something else. */
  readonly isOpen: boolean;
}

/** The tags of a resource under one choice of the template's conditions. */
export class TagSet {
  constructor(
    private readonly tags: Property,
    private readonly resource: Resource,
  ) {}

  get path(): string {
    return this.tags.path;
  }

  of(key: string): TagValues {
    const found = this.written(key);
    // what the resource itself says wins over the stack
    const inherited = found.mayLack ? own(this.resource.template.tags, key) : undefined;
    return typeof inherited === 'string'
      ? { ...found, texts: [...found.texts, inherited], mayLack: false }
      : found;
  }

  private written(key: string): TagValues {
    const [value] = this.tags.values;
    if (value === undefined || value.kind === 'absent') return { texts: [], mayLack: true, isOpen: false };
    if (value.kind !== 'literal') return { texts: [], mayLack: false, isOpen: true };
    // tags are a list of keys and values, or an object of them
    return isList(value.value) ? this.listed(key) : valuesOf([this.tags.member(key)], false);
  }

  private listed(key: string): TagValues {
    const items = this.tags.items();
    const named = items.filter((item) => item.at('Key').texts().includes(key));
    const isSure = named.some((item) => item.values.length === 1 && item.at('Key').values.length === 1);
    const isHidden = items.some((item) => item.at('Key').values.some(isUnread));
    const found = valuesOf(
      named.map((item) => item.at('Value')),
      isHidden && !isSure,
    );
    return { ...found, mayLack: named.length === 0 ? !isHidden : found.mayLack || !isSure };
  }
}

function valuesOf(values: readonly Property[], isHidden: boolean): TagValues {
  const all = values.flatMap((each) => each.values);
  const literals = all.filter(({ kind }) => kind === 'literal');
  return {
    texts: [...new Set(literals.flatMap((value) => textOf(value) ?? []))],
    mayLack: all.length === 0 || all.some(({ kind }) => kind === 'absent'),
    isOpen: isHidden || all.some(isUnread),
  };
}

/** Names that AWS makes up (`${Bucket}`) are no text that a tag is compared with. */
function isUnread({ kind }: Property['values'][number]): boolean {
  return kind === 'unknown' || kind === 'text' || kind === 'reference';
}

const known = new WeakMap<Resource, readonly TagSet[]>();

/** One for each place in which a resource has tags, and each choice that the template's conditions leave there. */
export function tagSetsOf(resource: Resource): readonly TagSet[] {
  const sets = known.get(resource);
  if (sets) return sets;
  const places = Object.hasOwn(STORE_TAGS, resource.type)
    ? placesByType(resource, STORE_TAGS)
    : [resource.property('Tags')];
  const found = places.flatMap((place) => place.alternatives()).map((tags) => new TagSet(tags, resource));
  known.set(resource, found);
  return found;
}

/** What is seen in tags, each thing once: several choices of conditions may say the same. */
export function onTagSets(
  sets: readonly TagSet[],
  observe: (tags: TagSet) => readonly Observation[],
): readonly Observation[] {
  const seen = new Map<string, Observation>();
  for (const each of sets.flatMap(observe)) seen.set(`${each.property} ${each.message}`, each);
  return [...seen.values()];
}
