import { bodyFacts } from './body-limits';
import { isObject, own, type Json, type JsonObject } from './json';
import { countMembers, JsonText, repeatedName } from './json-text';
import { readYaml } from './yaml-reader';
import { Lines, type TextPosition } from './text-position';
import { NoTemplate, UnreadableInput } from './unreadable-input';

/** A template is at most 1 MB when it reaches CloudFormation; assemblies before that can be larger. */
const MOST_CHARACTERS = 64 * 1024 * 1024;

/** A template, and where each part of it is in its text. */
export interface ParsedTemplate {
  readonly body: JsonObject;
  /** False when nothing in the text can be a transform or a loop, so that nobody needs to look for one. */
  readonly mayHide: boolean;
  /**
   * The text, where each part of what deploys is written in it as `JSON.stringify` would write it: what is not in the text
   * is then in no part. Undefined for YAML, other escapes than those, and what may hide.
   */
  readonly plainText: string | undefined;
  /** Where the text has what a path of member names names, or the deepest part of it that is there. */
  readonly locate: (path: readonly string[]) => Located;
}

export interface Located {
  readonly position: TextPosition;
  /** How many steps of the path are there. */
  readonly steps: number;
}

/** What a transform or a loop is written with; an escape may stand for any letter of it. */
const HIDING = /Transform|Fn::ForEach|\\u/u;

interface Options {
  /** `optional` accepts a template without the section, as CDK writes for an empty stack. */
  readonly resources: 'required' | 'optional';
}

/**
 * Parses a CloudFormation template, JSON or YAML with short forms.
 * @param name shown in errors
 * @throws UnreadableInput when the text is neither, or is no template
 */
export function parseTemplate(text: string, name: string, options?: Options): JsonObject {
  return parseTemplateText(text, name, options).body;
}

/** As {@link parseTemplate}, with the places of what it read. */
export function parseTemplateText(
  text: string,
  name: string,
  { resources }: Options = { resources: 'required' },
): ParsedTemplate {
  if (text.length > MOST_CHARACTERS) {
    throw new UnreadableInput(`${name}: ${text.length} characters; at most ${MOST_CHARACTERS} can be read`);
  }
  const isJson = /^[\uFEFF\s]*\{/u.test(text);
  const { value, find } = isJson ? parseJson(text, name) : readYaml(text, name);
  const { problem, members } = bodyFacts(value);
  if (problem !== undefined) throw new UnreadableInput(`${name}: ${problem}`);
  // only where a member got lost is it worth looking for its name
  if (isJson && countMembers(text) !== members) refuseRepeatedNames(text, name);
  if (!isObject(value))
    throw new NoTemplate(`${name}: not a CloudFormation template: the top level is no object`);
  const section = own(value, 'Resources');
  if (!isObject(section) && !(resources === 'optional' && section === undefined)) {
    throw new NoTemplate(`${name}: not a CloudFormation template: it has no 'Resources' object`);
  }
  const lines = new Lines(text);
  const mayHide = !isJson || HIDING.test(text);
  return {
    body: value,
    mayHide,
    plainText: mayHide || text.includes('\\/') ? undefined : text,
    locate: (path) => {
      const { offset, steps } = find(path);
      return { position: lines.at(offset), steps };
    },
  };
}

function parseJson(given: string, name: string): { value: Json; find: JsonText['find'] } {
  // one character for one: offsets stay those of the text
  const text = given.startsWith('\uFEFF') ? ` ${given.slice(1)}` : given;
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    // the parser's own message quotes the text, which may be a secret
    throw new UnreadableInput(`${name}: not valid JSON`);
  }
  let places: JsonText | undefined;
  return { value, find: (path) => (places ??= new JsonText(text)).find(path) };
}

function refuseRepeatedNames(text: string, name: string): void {
  const repeated = repeatedName(text.replace(/^\uFEFF/u, ' '));
  if (repeated === undefined) return;
  const { line } = new Lines(text).at(repeated);
  throw new UnreadableInput(
    `${name}: an object has two members of one name (line ${line}); readers differ in which counts`,
  );
}
