import { isList, isObject, own, type JsonObject } from '../template/json';
import { readYaml } from '../template/yaml-reader';
import { UnreadableInput } from '../template/unreadable-input';

/** What `check --config` may set; the command line wins. */
export interface CheckConfig {
  readonly profile?: string;
  readonly rules?: readonly string[];
  readonly parameters?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const KEYS = ['profile', 'rules', 'parameters'] as const;

/** @throws UnreadableInput with every fault at once */
export function parseCheckConfig(text: string, name: string): CheckConfig {
  const { value } = readYaml(text, name);
  if (!isObject(value)) throw new UnreadableInput(`${name}: no object; it may have: ${KEYS.join(', ')}`);
  const problems = Object.keys(value)
    .filter((key) => !KEYS.some((known) => known === key))
    .map((key) => `'${key}' is no setting; there are: ${KEYS.join(', ')}`);
  const profile = own(value, 'profile');
  if (profile !== undefined && typeof profile !== 'string') problems.push('profile: must be a text');
  const rules = own(value, 'rules');
  const names = isList(rules) ? rules.filter((rule) => typeof rule === 'string') : [];
  if (rules !== undefined && (!isList(rules) || names.length !== rules.length))
    problems.push('rules: must be a list of ids');
  const parameters = own(value, 'parameters');
  if (parameters !== undefined && !isByRule(parameters))
    problems.push('parameters: must have, by rule id, an object of values');
  if (problems.length > 0)
    throw new UnreadableInput(problems.map((problem) => `${name}: ${problem}`).join('\n'));
  return {
    ...(typeof profile === 'string' ? { profile } : {}),
    ...(rules === undefined ? {} : { rules: names }),
    ...(isByRule(parameters) ? { parameters } : {}),
  };
}

function isByRule(value: unknown): value is Readonly<Record<string, JsonObject>> {
  return isObject(value as JsonObject) && Object.values(value as JsonObject).every(isObject);
}
