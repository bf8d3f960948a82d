import path from 'node:path';
import type { Resource } from '../template/resource';
import type { Template } from '../template/template';

const PLACE = /\$\{(?<id>[A-Za-z0-9]+)(?:\.[\w.]+)?\}/gu;

/**
 * The resources that a text of a policy names in its open places, as `${Records.Arn}/*`. The text of an import has the
 * logical id alone: without such a resource in the own template it is one of the same stage, and without that any. Several
 * are several that it may be.
 * @returns undefined when it names none
 */
export function namedResources(text: string, from: Template): readonly Resource[] | undefined {
  if (!text.includes('${')) return undefined;
  const ids = [...text.matchAll(PLACE)].flatMap((match) => match.groups?.['id'] ?? []);
  const found = ids.flatMap((id) => resourcesCalled(id, from));
  return found.length === 0 ? undefined : found;
}

function resourcesCalled(id: string, from: Template): readonly Resource[] {
  const own = from.resource(id);
  if (own) return [own];
  const all = from.assembly.templates.flatMap((template) => template.resource(id) ?? []);
  const near = all.filter(({ template }) => path.dirname(template.path) === path.dirname(from.path));
  return near.length > 0 ? near : all;
}
