import type { Observation } from '../../rule';
import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import { observe } from '../cloudformation/answer';
import { deploysWith } from '../cloudformation/companions';
import { perAssembly } from '../cloudformation/per-assembly';
import type { Kind } from './kind';
import { lists } from './listed-arns';
import { everyTag, someTag } from './tag-conditions';

/** The selections of an assembly: read once, asked for every store. */
const selections = perAssembly((assembly) =>
  assembly
    .resourcesOf('AWS::Backup::BackupSelection')
    .map((selection) => ({ selection, body: selection.property('BackupSelection') })),
);

/** Requires that a selection of some backup plan takes the resource in, by its ARN or by its tags. */
export function requireInBackupPlan(resource: Resource, kind: Kind): readonly Observation[] {
  return observe(
    isInBackupPlan(resource, kind),
    'Properties',
    'must be in the selection of a backup plan, by its ARN or its tags',
  );
}

export function isInBackupPlan(resource: Resource, kind: Kind): boolean | undefined {
  const answers = selections(resource.template.assembly)
    .filter(({ selection }) => deploysWith(selection, resource))
    .map(({ body }) => selects(body, resource, kind));
  return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
}

/**
 * Source: AWS Backup developer guide, "Assigning resources programmatically": a resource is taken that is listed, or has
 * a tag of `ListOfTags`; of these, those that meet all `Conditions`, and that `NotResources` does not name.
 */
function selects(selection: Property, resource: Resource, kind: Kind): boolean | undefined {
  const tags = resource.property(kind.tags ?? 'Tags');
  const ways = [lists(selection.at('Resources'), resource, kind), someTag(selection.at('ListOfTags'), tags)];
  if (ways.every((way) => way === false)) return false;
  const spared = lists(selection.at('NotResources'), resource, kind);
  const parts = [
    ways.includes(true) ? true : undefined,
    everyTag(selection.at('Conditions'), tags),
    spared === undefined ? undefined : !spared,
  ];
  return parts.includes(false) ? false : parts.includes(undefined) ? undefined : true;
}
