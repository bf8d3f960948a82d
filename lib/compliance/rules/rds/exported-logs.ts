import { unknown, type Observation } from '../../rule';
import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import { textOf } from '../../template/value';
import { observe } from '../cloudformation/answer';
import { accepts, surelyHas } from '../cloudformation/members';

/** Logs that an engine can send to CloudWatch, by how its name starts; the longer name first. */
export type LogsByEngine = readonly (readonly [engine: string, logs: readonly string[]])[];

/** Requires the logs of the database's engine; of an engine that is not known, some log. */
export function requireLogExports(database: Resource, wanted: LogsByEngine): readonly Observation[] {
  const exports = database.property('EnableCloudwatchLogsExports');
  const engine = database.property('Engine');
  const logs = new Set(engine.values.flatMap((value) => logsOf(textOf(value), wanted)));
  if (logs.size > 0) return requireEach(exports, [...logs]);
  if (engine.values.some(({ kind }) => kind === 'unknown' || kind === 'text') && exports.isPresent)
    return [unknown(exports.path, 'depends on an engine that cannot be read')];
  return observe(hasSome(exports), exports.path, 'must name the logs to export');
}

/** Requires that a list of exports names each of the logs. */
export function requireEach(exports: Property, logs: readonly string[]): readonly Observation[] {
  return logs.flatMap((log) =>
    observe(
      surelyHas(exports, (member) => accepts(member, (value) => value === log)),
      exports.path,
      `must include ${log}`,
    ),
  );
}

function hasSome(exports: Property): boolean | undefined {
  return surelyHas(exports, (member) =>
    accepts(member, (value) => typeof value === 'string' && value !== ''),
  );
}

function logsOf(engine: string | undefined, wanted: LogsByEngine): readonly string[] {
  const name = engine?.trim().toLowerCase();
  return wanted.find(([start]) => name?.startsWith(start))?.[1] ?? [];
}
