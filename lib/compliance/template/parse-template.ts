import { parseDocument, type CollectionTag, type ScalarTag, type Tags } from 'yaml';
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

function longForm(name: string, argument: unknown): JsonObject {
  const key = name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`;
  return { [key]: argument as Json };
}

const shortFormTags: Tags = SHORT_FORMS.flatMap((name): (ScalarTag | CollectionTag)[] => [
  { tag: `!${name}`, resolve: (text: string) => longForm(name, text) },
  { tag: `!${name}`, collection: 'seq', resolve: (node) => longForm(name, node.toJSON()) },
  { tag: `!${name}`, collection: 'map', resolve: (node) => longForm(name, node.toJSON()) },
]);

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
  const body = text.trimStart().startsWith('{') ? parseJson(text, name) : parseYaml(text, name);
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
    customTags: shortFormTags,
    prettyErrors: false,
    logLevel: 'silent',
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
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES }) as Json;
  } catch {
    throw new UnreadableInput(`${name}: YAML aliases expand to more than can be read`);
  }
}
