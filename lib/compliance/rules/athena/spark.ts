import type { Resource } from '../../template/resource';

/**
 * Whether a workgroup may run notebooks and jobs of Apache Spark: undefined when its engine cannot be read.
 * Source: Athena user guide, "Engine version": `PySpark engine version 3`, `Apache Spark version 3.5`.
 */
export function mayRunSpark(group: Resource): boolean | undefined {
  const engine = group.property('WorkGroupConfiguration.EngineVersion.SelectedEngineVersion');
  if (engine.texts().some((name) => /spark/iu.test(name))) return true;
  return engine.values.some(({ kind }) => kind === 'unknown') ? undefined : false;
}
