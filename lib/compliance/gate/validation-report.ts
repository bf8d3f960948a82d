import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isList, isObject, type Json } from '../template/json';

const FILE = 'validation-report.json';

/**
 * Plugins that CDK's own report calls failed. The CLI can exit 0 all the same: when a plugin throws, with
 * `--ignore-errors`, or when it was given no stack to look at.
 */
export function failedPlugins(directory: string): string[] {
  const file = reportFile(directory);
  if (!existsSync(file)) return [`${file} is missing: no validation plugin ran`];
  let report: Json;
  try {
    report = JSON.parse(readFileSync(file, 'utf8')) as Json;
  } catch {
    return [`${file} is not valid JSON`];
  }
  const plugins = isObject(report) ? report['pluginReports'] : undefined;
  if (!isList(plugins)) return [`${file} has no pluginReports`];
  return plugins.flatMap((plugin) => {
    if (isObject(plugin) && plugin['conclusion'] === 'success') return [];
    const name =
      isObject(plugin) && typeof plugin['pluginName'] === 'string' ? plugin['pluginName'] : 'a plugin';
    return [`${name} failed, says ${FILE}`];
  });
}

/** CDK writes one report for the app; the assembly of a stage lies within that of the app. */
function reportFile(directory: string): string {
  for (let at = path.resolve(directory); ; at = path.dirname(at)) {
    const file = path.join(at, FILE);
    if (existsSync(file)) return file;
    const outer = path.dirname(at);
    if (outer === at || !existsSync(path.join(outer, 'manifest.json'))) return path.join(directory, FILE);
  }
}
