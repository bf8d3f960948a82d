import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  visit,
  YAMLMap,
  YAMLSeq,
  type CollectionTag,
  type Document,
  type ScalarTag,
  type Tags,
} from 'yaml';
import type { Json } from './json';
import { UnreadableInput } from './unreadable-input';

/** A template is at most 1 MB when it reaches CloudFormation; a YAML document takes a hundred times its size to read. */
const MOST_CHARACTERS = 8 * 1024 * 1024;
/** Aliases a YAML template may expand to: a defence against documents that grow when read. */
const MOST_ALIASES = 100;
/** Collections opened and not closed on the way to a value: the parser recurses into each. */
const DEEPEST = 512;

/** Short forms whose long form is `Fn::<name>`; `!Ref` and `!Condition` keep their names. */
const SHORT_FORMS = [
  'And', 'Base64', 'Cidr', 'Equals', 'FindInMap', 'ForEach', 'GetAtt', 'GetAZs', 'If', 'ImportValue', 'Join', 'Length',
  'Not', 'Or', 'Select', 'Split', 'Sub', 'ToJsonString', 'Transform', 'Ref', 'Condition', 'Contains', 'EachMemberEquals',
  'EachMemberIn', 'RefAll', 'ValueOf', 'ValueOfAll', 'GetStackOutput',
] as const; // prettier-ignore

const longForm = (name: string) => (name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`);

/** The arguments stay nodes: an alias among them is read with the rest of the document. */
function call(name: string, { items }: YAMLMap.Parsed | YAMLSeq.Parsed, plain: YAMLMap | YAMLSeq): YAMLMap {
  plain.items = items;
  const map = new YAMLMap();
  map.set(longForm(name), plain);
  return map;
}

const shortFormTags: Tags = SHORT_FORMS.flatMap((name): (ScalarTag | CollectionTag)[] => [
  { tag: `!${name}`, resolve: (text: string) => ({ [longForm(name)]: text }) },
  { tag: `!${name}`, collection: 'seq', resolve: (node) => call(name, node, new YAMLSeq()) },
  { tag: `!${name}`, collection: 'map', resolve: (node) => call(name, node, new YAMLMap()) },
]);

/** CloudFormation reads YAML 1.1, in which these are booleans too. */
const OLD_BOOLEANS: ScalarTag = {
  tag: 'tag:yaml.org,2002:bool',
  default: true,
  test: /^(?:yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF)$/u,
  resolve: (text: string) => /^(?:y|on)/iu.test(text),
};

/** A YAML document: its value, and where each part of it is. */
export interface YamlText {
  readonly value: Json;
  /** Offset of what the path names, or of the deepest part of it that is there; how many steps were there. */
  readonly find: (path: readonly string[]) => { readonly offset: number; readonly steps: number };
}

/** @throws UnreadableInput when the text is no YAML, or none that is safe to read */
export function parseYaml(text: string, name: string): YamlText {
  if (text.length > MOST_CHARACTERS) {
    throw new UnreadableInput(
      `${name}: ${text.length} characters of YAML; at most ${MOST_CHARACTERS} can be read`,
    );
  }
  if (isNestedTooDeep(text)) throw new UnreadableInput(`${name}: YAML nested deeper than ${DEEPEST} levels`);
  const document = documentOf(text, name);
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  const [error] = document.errors;
  if (error)
    throw new UnreadableInput(`${name}: not valid YAML (${error.code}, line ${lineAt(error.pos[0])})`);
  const [warning] = document.warnings;
  if (warning) {
    throw new UnreadableInput(
      `${name}: YAML that cannot be read safely (${warning.code}, line ${lineAt(warning.pos[0])})`,
    );
  }
  const problem = structureProblem(document);
  if (problem?.offset !== undefined) {
    throw new UnreadableInput(`${name}: not valid YAML (${problem.what}, line ${lineAt(problem.offset)})`);
  }
  if (problem) throw new UnreadableInput(`${name}: YAML in which ${problem.what}`);
  try {
    const value = document.toJS({ maxAliasCount: MOST_ALIASES }) as Json;
    const places = new Places(document);
    return { value, find: (path) => places.find(path) };
  } catch {
    throw new UnreadableInput(`${name}: YAML aliases expand to more than can be read`);
  }
}

function documentOf(text: string, name: string): Document {
  try {
    return parseDocument(text, {
      customTags: [...shortFormTags, OLD_BOOLEANS],
      // `aws cloudformation package` and SAM resolve `<<` before anything deploys
      merge: true,
      // looked at below: the parser compares each key with each
      uniqueKeys: false,
      prettyErrors: false,
      // anything lower hides that a second document follows
      logLevel: 'error',
    });
  } catch {
    // the parser reports faults, and throws only where it cannot go on
    throw new UnreadableInput(`${name}: YAML that cannot be read safely`);
  }
}

/** Brackets opened within each other, or indicators that open a collection each, as `- - - -` do. */
function isNestedTooDeep(text: string): boolean {
  if (/(?:[-?:][ \t]+){512}/u.test(text)) return true;
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/gu)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    // prose and patterns in block texts may close what they did not open
    if (depth < 0) depth = 0;
    if (depth > DEEPEST) return true;
  }
  return false;
}

/** What the parser lets pass, or takes the square of a document's size to find. */
function structureProblem(
  document: Document,
): { readonly what: string; readonly offset?: number } | undefined {
  const anchors = new Map<string, unknown>();
  let problem: { readonly what: string; readonly offset?: number } | undefined;
  visit(document, {
    Value(_key, node) {
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
    },
    Map(_key, map) {
      if (map.anchor !== undefined) anchors.set(map.anchor, map);
      const names = new Set<string>();
      for (const { key } of map.items) {
        const name = nameOf(key);
        // several merges into one map are one way to write it
        if (names.has(name) && name !== '<<') {
          problem ??= { what: 'DUPLICATE_KEY', offset: offsetOf(key) ?? 0 };
          return visit.BREAK;
        }
        names.add(name);
      }
      return undefined;
    },
    Alias(_key, alias, path) {
      if (!path.includes(anchors.get(alias.source) as (typeof path)[number])) return undefined;
      problem ??= { what: 'a value contains itself' };
      return visit.BREAK;
    },
  });
  return problem;
}

/** Finds the text of a value by its path. The names of every map on the way are looked through once. */
class Places {
  private readonly pairs = new Map<YAMLMap, ReadonlyMap<string, { key: unknown; value: unknown }>>();

  constructor(private readonly document: Document) {}

  find(path: readonly string[]): { readonly offset: number; readonly steps: number } {
    let node: unknown = this.document.contents;
    let offset = offsetOf(node) ?? 0;
    for (const [steps, step] of path.entries()) {
      if (isAlias(node)) node = node.resolve(this.document);
      const pair = isMap(node) ? this.pairsOf(node).get(step) : undefined;
      const item: unknown = isSeq(node) ? node.items[Number(step)] : undefined;
      if (!pair && item === undefined) return { offset, steps };
      offset = offsetOf(pair?.key) ?? offsetOf(pair?.value ?? item) ?? offset;
      node = pair ? pair.value : item;
    }
    return { offset, steps: path.length };
  }

  private pairsOf(map: YAMLMap): ReadonlyMap<string, { key: unknown; value: unknown }> {
    const known = this.pairs.get(map);
    if (known) return known;
    const pairs = new Map(map.items.map((pair) => [nameOf(pair.key), pair]));
    this.pairs.set(map, pairs);
    return pairs;
  }
}

function nameOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : String(key);
}

function offsetOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
