import { hasWildcard } from '../arn';
import { covers, isWholeService } from '../pattern';
import packed from './actions.json';

/** What an action does. Source: Service Authorization Reference, "Access levels in policy summaries". */
export type AccessLevel = 'List' | 'Read' | 'Write' | 'Tagging' | 'Permissions management';

/** An action as AWS writes it, without its prefix, and its level. */
interface Action {
  readonly name: string;
  readonly level: AccessLevel;
  readonly takesResource: boolean;
}

/** What an action does, without what it does it to. */
type Verb = Pick<Action, 'level' | 'takesResource'> & { readonly text: string };

/** Which package of data the actions come from. */
export const ACTIONS_SOURCE: string = packed.source;

const SERVICES = new Map<string, string>(Object.entries(packed.services));
const LEVELS = packed.levels.split(',') as readonly AccessLevel[];
/** Each service is unpacked when somebody asks for it. */
const unpacked = new Map<string, ReadonlyMap<string, Action>>();
let verbs: readonly Verb[] | undefined;

/** Prefixes of all services, in order. */
export function servicePrefixes(): readonly string[] {
  return [...SERVICES.keys()];
}

/** Whether AWS has an action, e.g. `s3:GetObject`; case does not matter. Undefined when it does not know the service. */
export function actionExists(action: string): boolean | undefined {
  const [prefix, name] = split(action);
  return SERVICES.has(prefix) ? actionsOf(prefix).has(name) : undefined;
}

/** The level of an action; undefined when there is no such action. */
export function accessLevel(action: string): AccessLevel | undefined {
  const [prefix, name] = split(action);
  return actionsOf(prefix).get(name)?.level;
}

/**
 * Whether a policy can name what an action is done to. False: it can say `*` and nothing else, e.g. `logs:CreateLogDelivery`.
 * Undefined when there is no such action.
 */
export function takesResource(action: string): boolean | undefined {
  const [prefix, name] = split(action);
  return actionsOf(prefix).get(name)?.takesResource;
}

/** Every action that a pattern reaches (`s3:Get*`, `*`), as AWS writes it, in order. Open places reach nothing. */
export function expandActions(pattern: string): readonly string[] {
  const [prefix, name] = pattern === '*' ? ['*', '*'] : split(pattern);
  const prefixes = hasWildcard(prefix)
    ? servicePrefixes().filter((each) => covers(prefix, each))
    : SERVICES.has(prefix)
      ? [prefix]
      : [];
  return prefixes.flatMap((each) =>
    [...actionsOf(each)]
      .filter(([lower]) => name === '*' || covers(name, lower))
      .map(([, action]) => `${each}:${action.name}`),
  );
}

/** Patterns recur: `s3:Get*` stands in many statements. Never more of them than this are kept. */
const MOST_KEPT = 1000;
const expanded = new Map<string, readonly string[]>();

function recalled(pattern: string): readonly string[] {
  const known = expanded.get(pattern);
  if (known) return known;
  const actions = hasWildcard(pattern) ? expandActions(pattern) : written(pattern);
  if (expanded.size >= MOST_KEPT) expanded.clear();
  expanded.set(pattern, actions);
  return actions;
}

/** Whether a pattern reaches any action that AWS has. */
export function reachesAny(pattern: string): boolean {
  return recalled(pattern).length > 0;
}

/**
 * Actions of one level among those that patterns reach. Whole services (`s3:*`, `*`) are left out: they say nothing
 * of what was meant, which is a finding of its own.
 */
export function actionsOfLevel(patterns: readonly string[], level: AccessLevel): readonly string[] {
  return patterns
    .filter((pattern) => !isWholeService(pattern))
    .flatMap((pattern) => recalled(pattern).filter((action) => accessLevel(action) === level));
}

/** An action as AWS writes it. */
function written(action: string): readonly string[] {
  const [prefix, name] = split(action);
  const found = actionsOf(prefix).get(name);
  return found ? [`${prefix}:${found.name}`] : [];
}

function split(action: string): readonly [prefix: string, name: string] {
  const colon = action.indexOf(':');
  const lower = action.toLowerCase();
  return colon < 0 ? [lower, ''] : [lower.slice(0, colon), lower.slice(colon + 1)];
}

function actionsOf(prefix: string): ReadonlyMap<string, Action> {
  const known = unpacked.get(prefix);
  if (known) return known;
  const text = SERVICES.get(prefix);
  const actions = new Map(text === undefined ? [] : unpack(text));
  if (text !== undefined) unpacked.set(prefix, actions);
  return actions;
}

/** See scripts/generate-iam-actions.mjs for the form. */
function* unpack(text: string): Generator<readonly [lowerCaseName: string, action: Action]> {
  let noun = '';
  for (const entry of text.split(' ')) {
    const colon = entry.indexOf(':');
    noun = noun.slice(0, Number.parseInt(entry.slice(0, 1), 36)) + entry.slice(1, colon);
    for (let at = colon + 1; at < entry.length;) {
      const isLong = entry[at] === '~';
      const { text, ...verb } = verbOf(isLong ? entry.slice(at + 1, at + 3) : entry.slice(at, at + 1));
      yield [(text + noun).toLowerCase(), { name: text + noun, ...verb }];
      at += isLong ? 3 : 1;
    }
  }
}

function verbOf(code: string): Verb {
  verbs ??= packed.verbs.split(',').map((pair) => {
    const space = pair.lastIndexOf(' ');
    const kind = Number(pair.slice(space + 1));
    const level = LEVELS[kind % LEVELS.length] ?? 'Write';
    return { text: pair.slice(0, space), level, takesResource: kind < LEVELS.length };
  });
  const digits = Array.from(code, (character) => packed.codes.indexOf(character));
  const [high = 0, low] = digits;
  const index = low === undefined ? high : packed.codes.length * (high + 1) + low;
  return verbs[index] ?? { text: '', level: 'Write', takesResource: true };
}
