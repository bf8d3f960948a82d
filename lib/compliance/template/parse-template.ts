import {
  parseDocument,
  visit,
  YAMLMap,
  YAMLSeq,
  type CollectionTag,
  type Document,
  type ScalarTag,
  type Tags,
} from 'yaml';
import { isObject, own, type Json, type JsonObject } from './json';
import { UnreadableInput } from './unreadable-input';

/** A template is at most 1 MB when it reaches CloudFormation; assemblies before that can be larger. */
const MOST_CHARACTERS = 64 * 1024 * 1024;
/** Aliases a YAML template may expand to: a defence against documents that grow when read. */
const MOST_ALIASES = 100;

/** Short forms whose long form is `Fn::<name>`; `!Ref` and `!Condition` keep their names. */
const SHORT_FORMS = [
  'And', 'Base64', 'Cidr', 'Equals', 'FindInMap', 'ForEach', 'GetAtt', 'GetAZs', 'If', 'ImportValue', 'Join', 'Length',
  'Not', 'Or', 'Select', 'Split', 'Sub', 'ToJsonString', 'Transform', 'Ref', 'Condition',
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

/**
 * Parses a CloudFormation template, JSON or YAML with short forms.
 * @param name shown in errors
 * @param resources `optional` accepts a template without the section, as CDK writes for an empty stack
 * @throws UnreadableInput when the text is neither, or is no template
 */
export function parseTemplate(
  text: string,
  name: string,
  { resources }: { readonly resources: 'required' | 'optional' } = { resources: 'required' },
): JsonObject {
  if (text.length > MOST_CHARACTERS) {
    throw new UnreadableInput(`${name}: ${text.length} characters; at most ${MOST_CHARACTERS} can be read`);
  }
  const trimmed = text.trimStart();
  const body = trimmed.startsWith('{') ? parseJson(trimmed, name) : parseYaml(text, name);
  if (!isObject(body))
    throw new UnreadableInput(`${name}: not a CloudFormation template: the top level is no object`);
  const section = own(body, 'Resources');
  if (!isObject(section) && !(resources === 'optional' && section === undefined)) {
    throw new UnreadableInput(`${name}: not a CloudFormation template: it has no 'Resources' object`);
  }
  return body;
}

function parseJson(text: string, name: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    // the parser's own message quotes the text, which may be a secret
    throw new UnreadableInput(`${name}: not valid JSON`);
  }
}

function parseYaml(text: string, name: string): Json {
  const document = parseDocument(text, {
    customTags: [...shortFormTags, OLD_BOOLEANS],
    prettyErrors: false,
    // anything lower hides that a second document follows
    logLevel: 'error',
  });
  const [error] = document.errors;
  if (error) {
    const line = text.slice(0, error.pos[0]).split('\n').length;
    throw new UnreadableInput(`${name}: not valid YAML (${error.code}, line ${line})`);
  }
  const [warning] = document.warnings;
  if (warning) {
    const line = text.slice(0, warning.pos[0]).split('\n').length;
    throw new UnreadableInput(`${name}: YAML that cannot be read safely (${warning.code}, line ${line})`);
  }
  if (containsItself(document)) throw new UnreadableInput(`${name}: YAML in which a value contains itself`);
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES }) as Json;
  } catch {
    throw new UnreadableInput(`${name}: YAML aliases expand to more than can be read`);
  }
}

function containsItself(document: Document): boolean {
  const anchors = new Map<string, unknown>();
  let found = false;
  visit(document, {
    Value(_key, node) {
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
    },
    Alias(_key, alias, path) {
      found ||= path.some((node) => node === anchors.get(alias.source));
      return found ? visit.BREAK : undefined;
    },
  });
  return found;
}
