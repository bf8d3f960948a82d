import type * as ParseYaml from './parse-yaml';
import type { YamlText } from './parse-yaml';

/**
 * As {@link ParseYaml.parseYaml}, which is loaded at the first call: the YAML package takes longer to load than most
 * templates to judge, and JSON does without it.
 */
export function readYaml(text: string, name: string): YamlText {
  const { parseYaml } = require('./parse-yaml') as typeof ParseYaml;
  return parseYaml(text, name);
}
