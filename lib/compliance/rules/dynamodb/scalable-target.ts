import type { Resource } from '../../template/resource';
import { deploysWith } from '../cloudformation/companions';
import { isAlways, isOneOf } from '../cloudformation/certainty';
import { append, perAssembly } from '../cloudformation/per-assembly';

const PREFIX = 'table/';

/** Scalable targets by the table they scale: its name, or `${LogicalId}`. */
const targetsByTable = perAssembly((assembly) => {
  const targets = new Map<string, Resource[]>();
  for (const target of assembly.resourcesOf('AWS::ApplicationAutoScaling::ScalableTarget')) {
    for (const id of target.property('ResourceId').texts())
      if (id.startsWith(PREFIX)) append(targets, id.slice(PREFIX.length), target);
  }
  return targets;
});

/** Whether the assembly surely scales a dimension of a table. Undefined when that hangs on a condition. */
export function hasScalableTarget(table: Resource, dimension: string): boolean | undefined {
  const byTable = targetsByTable(table.template.assembly);
  const names = [`\${${table.logicalId}}`, ...table.property('TableName').texts()];
  const found = names
    .flatMap((name) => byTable.get(name) ?? [])
    .filter((target) => target.property('ScalableDimension').texts().includes(dimension));
  if (found.length === 0) return false;
  const isSure = found.some(
    (target) =>
      deploysWith(target, table) &&
      target.property('ResourceId').values.length === 1 &&
      isAlways(target.property('ScalableDimension'), isOneOf(dimension)),
  );
  return isSure || undefined;
}
