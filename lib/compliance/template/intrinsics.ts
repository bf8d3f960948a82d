import { isList, isObject, own, type Json, type JsonObject } from './json';
import { presetsOf, settingsOf } from './parameter-values';
import type { Template } from './template';
import { ABSENT, literal, REF, textOf, unknown, type Value } from './value';
import { writtenOut } from './written-out';

/** Expressions may be nested as deep as their author likes; past this depth nothing is claimed about them. */
const DEEPEST = 32;
/** An expression with more possible values than this is not enumerated. */
export const MOST_VALUES = 64;
/** Expressions read on the way to one value; imports in a circle would multiply without end. */
const MOST_STEPS = 20_000;
/** Characters of one text: what a whole template may have when it reaches CloudFormation. */
const MOST_CHARACTERS = 1_000_000;

/** How far into an expression we are, and how much more of it may be read. */
interface Walk {
  readonly depth: number;
  readonly budget: { steps: number };
}

/**
 * Every value an expression can take when the template deploys.
 * Both branches of a condition count, unless given parameters decide it. A parameter counts with the value given for it,
 * else with its allowed values, else with its default.
 * Source: CloudFormation user guide, "Intrinsic function reference".
 */
export function resolve(expression: Json | undefined, template: Template, walk?: Walk): readonly Value[] {
  if (expression === undefined || expression === null) return [ABSENT];
  if (typeof expression === 'string') return [writtenText(expression)];
  if (!isObject(expression)) return [literal(expression)];
  const name = intrinsicOf(expression);
  if (name === undefined) return [literal(expression)];
  const depth = walk?.depth ?? 0;
  const budget = walk?.budget ?? { steps: MOST_STEPS };
  budget.steps -= 1;
  if (depth > DEEPEST || budget.steps < 0) return [unknown('the expression is nested too deep to read')];
  return few(apply(name, own(expression, name) ?? null, template, { depth: depth + 1, budget }));
}

/** The values, or one that is unknown in place of too many. */
export function few(values: readonly Value[]): readonly Value[] {
  return values.length > MOST_VALUES ? [unknown('the expression has too many possible values')] : values;
}

/** `{{resolve:…}}` is filled in while the stack deploys. Source: CloudFormation user guide, "Dynamic references". */
function writtenText(text: string): Value {
  if (!text.includes('{{resolve:')) return literal(text);
  const open = text.replaceAll(/\{\{(?<what>resolve:[^}]*)\}\}/gu, '${$<what>}');
  return /^\$\{[^}]*\}$/u.test(open)
    ? unknown('a dynamic reference is known only when the stack deploys')
    : { kind: 'text', text: open };
}

/** The one key of an intrinsic function; asked of every object, so without making a list of its keys. */
/** The function's name when the object is a call of one: its only member. */
function intrinsicOf(object: JsonObject): string | undefined {
  let name: string | undefined;
  // most objects are no calls, which their first member tells
  for (const key in object) {
    if (name !== undefined || !(key === 'Ref' || key.startsWith('Fn::'))) return undefined;
    name = key;
  }
  return name;
}

function apply(name: string, argument: Json, template: Template, walk: Walk): readonly Value[] {
  switch (name) {
    case 'Ref':
      return typeof argument === 'string' ? reference(argument, template, walk) : [malformed(name)];
    case 'Fn::GetAtt':
      return attribute(argument, template, walk);
    case 'Fn::If':
      return isList(argument) && argument.length === 3
        ? branches(argument, template).flatMap((branch) => resolve(branch, template, walk))
        : [malformed(name)];
    case 'Fn::Sub':
      return substitute(argument, template, walk);
    case 'Fn::Join':
      return join(argument, template, walk);
    case 'Fn::Select':
      return select(argument, template, walk);
    case 'Fn::Split':
      return split(argument, template, walk);
    case 'Fn::FindInMap':
      return findInMap(argument, template, walk);
    case 'Fn::ImportValue':
      return importValue(argument, template, walk);
    case 'Fn::GetStackOutput':
      return stackOutput(argument, template, walk);
    case 'Fn::Length':
      return lengthOf(argument, template, walk);
    case 'Fn::ToJsonString':
      return jsonString(argument, template, walk);
    default:
      return [unknown(`${name} is known only when the stack deploys`)];
  }
}

const malformed = (name: string): Value => unknown(`${name} is malformed`);

/** Both branches of a condition, unless given parameters decide it. */
function branches([condition, yes, no]: readonly Json[], template: Template): readonly (Json | undefined)[] {
  const decided = typeof condition === 'string' ? template.condition(condition) : undefined;
  return decided === undefined ? [yes, no] : [decided ? yes : no];
}

function reference(id: string, template: Template, walk: Walk): readonly Value[] {
  if (id === 'AWS::NoValue') return [ABSENT];
  if (id === 'AWS::Region' && template.region !== undefined) return [literal(template.region)];
  if (id === 'AWS::StackName' && template.stackName !== undefined) return [literal(template.stackName)];
  if (id.startsWith('AWS::')) return [{ kind: 'text', text: `\${${id}}` }];
  const parameter = template.parameter(id);
  if (parameter) {
    const given = template.argumentsOf(id);
    return given.length === 0
      ? settingsOf(id, parameter, template.given)
      : given.flatMap((argument) =>
          argument.expression === undefined
            ? presetsOf(id, parameter)
            : resolve(argument.expression, argument.template, walk),
        );
  }
  return template.resource(id)
    ? [{ kind: 'reference', template, logicalId: id, attribute: REF }]
    : [unknown(`Ref names '${id}', which the template does not have`)];
}

function attribute(argument: Json, template: Template, walk: Walk): readonly Value[] {
  const steps = typeof argument === 'string' ? argument.split('.') : isList(argument) ? argument : [];
  const [id, ...rest] = steps.filter((step) => typeof step === 'string');
  const name = rest.join('.');
  if (id === undefined || name === '') return [malformed('Fn::GetAtt')];
  const nested = template.nestedStackOutput(id, name);
  if (nested) return resolve(nested.expression, nested.template, walk);
  return template.resource(id)
    ? [{ kind: 'reference', template, logicalId: id, attribute: name }]
    : [unknown(`Fn::GetAtt names '${id}', which the template does not have`)];
}

/** One text out of several parts; a part without a textual form makes the whole unknown. */
function concatenate(pieces: readonly (readonly Value[])[], separator: string): readonly Value[] {
  const parts =
    separator === '' ? pieces.filter(([only, ...more]) => more.length > 0 || !isEmptyText(only)) : pieces;
  const [whole, ...others] = parts;
  // nothing is added to the reference: it stays one
  if (others.length === 0 && whole?.some((value) => value.kind === 'reference')) return whole;
  let texts: readonly { text: string; open: boolean }[] = [{ text: '', open: false }];
  for (const [index, alternatives] of parts.entries()) {
    const next: { text: string; open: boolean }[] = [];
    for (const value of alternatives) {
      const text = value.kind === 'absent' ? '' : textOf(value);
      if (text === undefined)
        return [value.kind === 'unknown' ? value : unknown('a part of the text is not text')];
      const open = value.kind !== 'literal';
      for (const left of texts) {
        const joined = index === 0 ? text : left.text + separator + text;
        if (joined.length > MOST_CHARACTERS) return [unknown('the text is too long to read')];
        next.push({ text: joined, open: left.open || open });
      }
      if (next.length > MOST_VALUES) return [unknown('the expression has too many possible values')];
    }
    texts = next;
  }
  return texts.map(({ text, open }) => (open ? { kind: 'text', text } : literal(text)));
}

function isEmptyText(value: Value | undefined): boolean {
  return value?.kind === 'literal' && value.value === '';
}

function join(argument: Json, template: Template, walk: Walk): readonly Value[] {
  if (!isList(argument) || typeof argument[0] !== 'string') return [malformed('Fn::Join')];
  const separator = argument[0];
  return resolve(argument[1], template, walk).flatMap((list) => {
    if (list.kind === 'literal' && isList(list.value)) {
      return concatenate(
        list.value.map((part) => resolve(part, template, walk)),
        separator,
      );
    }
    return [
      list.kind === 'unknown' ? list : unknown('Fn::Join joins a list known only when the stack deploys'),
    ];
  });
}

function substitute(argument: Json, template: Template, walk: Walk): readonly Value[] {
  const [text, variables] = typeof argument === 'string' ? [argument, {}] : isList(argument) ? argument : [];
  if (typeof text !== 'string' || !(variables === undefined || isObject(variables)))
    return [malformed('Fn::Sub')];
  const parts = text.split(/(\$\{[^}]*\})/u).map((part): readonly Value[] => {
    if (!part.startsWith('${')) return [literal(part)];
    const name = part.slice(2, -1).trim();
    if (name.startsWith('!')) return [literal(`\${${name.slice(1)}}`)];
    const given = variables === undefined ? undefined : own(variables, name);
    if (given !== undefined) return resolve(given, template, walk);
    return name.includes('.') ? attribute(name, template, walk) : reference(name, template, walk);
  });
  return concatenate(parts, '');
}

function select(argument: Json, template: Template, walk: Walk): readonly Value[] {
  if (!isList(argument)) return [malformed('Fn::Select')];
  const index = Number(argument[0]);
  return resolve(argument[1], template, walk).flatMap((list) => {
    if (list.kind !== 'literal' || !isList(list.value)) {
      return [
        list.kind === 'unknown'
          ? list
          : unknown('Fn::Select picks from a list known only when the stack deploys'),
      ];
    }
    const picked = list.value[index];
    return picked === undefined
      ? [unknown('Fn::Select picks past the end of its list')]
      : resolve(picked, template, walk);
  });
}

function split(argument: Json, template: Template, walk: Walk): readonly Value[] {
  const separator = isList(argument) ? argument[0] : undefined;
  if (!isList(argument) || typeof separator !== 'string' || separator === '') return [malformed('Fn::Split')];
  return resolve(argument[1], template, walk).map((text) =>
    text.kind === 'literal' && typeof text.value === 'string'
      ? literal(text.value.split(separator))
      : unknown('Fn::Split splits a text known only when the stack deploys'),
  );
}

function findInMap(argument: Json, template: Template, walk: Walk): readonly Value[] {
  if (!isList(argument)) return [malformed('Fn::FindInMap')];
  const keys = argument.slice(0, 3).map((key) => resolve(key, template, walk));
  const [mapName, top, second] = keys.map((values) => {
    const [only] = values;
    return values.length === 1 && only?.kind === 'literal' && typeof only.value === 'string'
      ? only.value
      : undefined;
  });
  const map = mapName === undefined ? undefined : template.mapping(mapName);
  if (!map || second === undefined)
    return [unknown('Fn::FindInMap looks up a key known only when the stack deploys')];
  const rows = top === undefined ? Object.values(map) : [own(map, top)];
  return rows.map((row) => {
    const cell = isObject(row) ? own(row, second) : undefined;
    return cell === undefined || cell === null ? unknown('Fn::FindInMap finds no such entry') : literal(cell);
  });
}

function importValue(argument: Json, template: Template, walk: Walk): readonly Value[] {
  return resolve(argument, template, walk).flatMap((name) => {
    const found =
      name.kind === 'literal' && typeof name.value === 'string'
        ? template.assembly.exported(name.value)
        : undefined;
    return found
      ? resolve(found.expression, found.template, walk)
      : [unknown('Fn::ImportValue imports from a stack outside this assembly')];
  });
}

/** The weak form of an import: stack and output by name. Written by aws-cdk-lib 2.276 between stacks of one app. */
function stackOutput(argument: Json, template: Template, walk: Walk): readonly Value[] {
  if (!isObject(argument)) return [malformed('Fn::GetStackOutput')];
  const outputName = own(argument, 'OutputName');
  const region = resolve(own(argument, 'Region'), template, walk).map(textOf);
  const found = resolve(own(argument, 'StackName'), template, walk)
    .flatMap((name) => template.assembly.stacksNamed(textOf(name) ?? ''))
    .filter((stack) => stack.region === undefined || region[0] === undefined || region.includes(stack.region))
    .flatMap((stack) => {
      const expression = typeof outputName === 'string' ? stack.output(outputName) : undefined;
      return expression === undefined ? [] : [{ expression, stack }];
    });
  return found.length === 0
    ? [unknown('Fn::GetStackOutput reads a stack outside this assembly')]
    : found.flatMap(({ expression, stack }) => resolve(expression, stack, walk));
}

/** Needs `AWS::LanguageExtensions`. */
function lengthOf(argument: Json, template: Template, walk: Walk): readonly Value[] {
  return resolve(argument, template, walk).map((list) =>
    list.kind === 'literal' && isList(list.value)
      ? literal(list.value.length)
      : unknown('Fn::Length counts a list known only when the stack deploys'),
  );
}

/** Needs `AWS::LanguageExtensions`. References become open places of the text. */
function jsonString(argument: Json, template: Template, walk: Walk): readonly Value[] {
  const value = writtenOut(argument, (part) => resolve(part, template, walk));
  if (value === undefined)
    return [unknown('Fn::ToJsonString holds a value known only when the stack deploys')];
  const text = JSON.stringify(value);
  return [text.includes('${') ? { kind: 'text', text } : literal(text)];
}
