import { requireLiteral } from '../../requirement';
import type { Observation } from '../../rule';
import type { Resource } from '../../template/resource';

const KEEPING: readonly unknown[] = ['Retain', 'RetainExceptOnCreate'];

/**
 * Requires that neither deleting nor replacing the stack's resource deletes what it holds.
 * Source: CloudFormation user guide, "DeletionPolicy", "UpdateReplacePolicy".
 */
export function requireRetained(resource: Resource): readonly Observation[] {
  return ['DeletionPolicy', 'UpdateReplacePolicy'].flatMap((name) =>
    requireLiteral(resource.attribute(name), (value) => KEEPING.includes(value), 'must be Retain'),
  );
}
