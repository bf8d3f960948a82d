import type { SourceLocation } from '../source-location';
import { writtenPath } from '../template/expansion/origin';
import type { Resource } from '../template/resource';

/** What a finding is about, in the words of the template's author. */
export interface Subject {
  readonly logicalId: string;
  readonly resourceType: string;
  readonly property: string;
  readonly constructPath?: string;
  readonly source?: SourceLocation;
  /** The resource it becomes, where the author wrote something else. */
  readonly generated?: { readonly logicalId: string; readonly resourceType: string };
}

/**
 * Names the place of an observation: what the author wrote, the construct, the file and the line.
 * `isWritten` is false where a generated property corresponds to nothing written, and goes by its own path.
 */
export function subjectOf(
  resource: Resource,
  property: string,
): { readonly subject: Subject; readonly isWritten: boolean } {
  const { template, logicalId, type } = resource;
  const origin = template.originOf(logicalId);
  const written = origin ? writtenPath(origin, property) : property;
  const isGenerated = origin !== undefined && (origin.logicalId !== logicalId || origin.type !== type);
  const facts = template.constructs();
  const construct =
    resource.constructPath === undefined
      ? facts.byLogicalId.get(logicalId)
      : facts.byPath.get(resource.constructPath);
  const constructPath = resource.constructPath ?? construct?.path;
  const source = construct?.source ?? lineOf(resource, written);
  const subject = {
    logicalId: origin?.logicalId ?? logicalId,
    resourceType: origin?.type ?? type,
    property: written ?? property,
    ...(constructPath === undefined ? {} : { constructPath }),
    ...(source ? { source } : {}),
    ...(isGenerated ? { generated: { logicalId, resourceType: type } } : {}),
  };
  return { subject, isWritten: written !== undefined };
}

function lineOf({ template, logicalId }: Resource, property: string | undefined): SourceLocation | undefined {
  const { file, locate } = template;
  if (file === undefined || locate === undefined) return undefined;
  const origin = template.originOf(logicalId);
  const steps = property === undefined || property === '' ? [] : property.split('.');
  const inResource = [...(origin?.at ?? placeOf(logicalId)), ...steps];
  const found = locate(inResource);
  // a default for all resources of the type counts where the resource itself says nothing
  const inDefaults =
    origin?.defaults && steps[0] === 'Properties' ? [...origin.defaults, ...steps.slice(1)] : undefined;
  const general = found.steps < inResource.length && inDefaults ? locate(inDefaults) : undefined;
  const { position } = general && general.steps === inDefaults?.length ? general : found;
  return { file, ...position };
}

/** Transforms of the whole template are beside its resources. */
function placeOf(logicalId: string): readonly string[] {
  return logicalId === 'Transform' ? ['Transform'] : ['Resources', logicalId];
}
