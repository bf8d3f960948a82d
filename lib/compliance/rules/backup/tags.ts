import type { Property } from '../../template/property';
import { accepts, surelyHas } from '../cloudformation/members';

/** Whether a list of tags, or a map of them, surely has a key whose value meets a test. */
export function hasTag(tags: Property, key: string, meets: (text: string) => boolean): boolean | undefined {
  const isValue = (value: unknown) =>
    (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') &&
    meets(String(value));
  if (tags.keys().length > 0) return accepts(tags.member(key), isValue);
  return surelyHas(tags, (tag) => {
    const isNamed = accepts(tag.at('Key'), (value) => value === key);
    return isNamed === true ? accepts(tag.at('Value'), isValue) : isNamed;
  });
}

/** The opposite of {@link hasTag}; cannot be told while conditions choose among the tags. */
export function lacksTag(tags: Property, key: string, meets: (text: string) => boolean): boolean | undefined {
  const has = hasTag(tags, key, meets);
  const parts = [tags, ...tags.items().flatMap((tag) => [tag, tag.at('Key'), tag.at('Value')])];
  const isFixed = parts.every(({ values }) => values.length === 1);
  return has === true ? false : has === false && isFixed ? true : undefined;
}
