import { resolve } from './intrinsics';
import { isList, isObject, own, type Json } from './json';
import type { Property } from './property';
import type { Resource } from './resource';
import type { Template } from './template';
import { isTrue } from './value';

/**
 * How the author of a template wrote a value. {@link resolve} says what a value will be; a rule on secrets asks where it
 * comes from, which the value itself no longer tells.
 */
export type Written =
  | { readonly kind: 'absent' }
  /** The value itself stands in the template. Pseudo parameters count: anybody can guess them. */
  | { readonly kind: 'literal'; readonly text: string }
  /** `hidden`: NoEcho. `preset`: its default, and so the value when nothing else is given, stands in the template. */
  | { readonly kind: 'parameter'; readonly name: string; readonly hidden: boolean; readonly preset: boolean }
  /** `{{resolve:service:…}}`. */
  | { readonly kind: 'dynamic'; readonly service: string }
  | { readonly kind: 'resource'; readonly resource: Resource }
  | { readonly kind: 'unknown'; readonly reason: string };

/** A place in a resource, and one of the ways in which its value is written. */
export interface Place {
  readonly path: string;
  readonly written: Written;
}

const DEEPEST = 32;
/** Expressions read for one value: conditions within conditions double with every level. */
const MOST_STEPS = 2000;
/** Source: CloudFormation user guide, "Dynamic references". */
const DYNAMIC = /\{\{resolve:(?<service>[a-z-]{1,20}):/u;

const ABSENT: Written = { kind: 'absent' };
const unknown = (reason: string): Written => ({ kind: 'unknown', reason });

/** Every way in which a value of a resource is written. @param path below `Properties`; `*` stands for each member of a list */
export function writtenAt(resource: Resource, path: string): readonly Place[] {
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  let blocks: readonly Property[] = [resource.property('')];
  for (const step of steps) {
    blocks = blocks.flatMap((block) => (step === '*' ? block.items() : [block.member(step)]));
  }
  return blocks.flatMap((block) => memberWritten(block, last, resource.template));
}

/** Every way in which a member of a block is written; of a list, each of its members. */
export function memberWritten(block: Property, name: string, template: Template): readonly Place[] {
  const path = `${block.path}.${name}`;
  return block.values.flatMap((value): readonly Place[] => {
    if (value.kind === 'absent') return [];
    if (value.kind !== 'literal') {
      return [
        { path, written: unknown(value.kind === 'unknown' ? value.reason : 'the block is a reference') },
      ];
    }
    const expression = isObject(value.value) ? own(value.value, name) : undefined;
    const members = isList(expression)
      ? expression.map((member, index) => ({ path: `${path}.${index}`, member }))
      : [{ path, member: expression }];
    return members.flatMap(({ path: at, member }) =>
      writtenAs(member, template).map((written) => ({ path: at, written })),
    );
  });
}

/** Every way in which an expression can come to its value. */
export function writtenAs(expression: Json | undefined, template: Template): readonly Written[] {
  return read(expression, template, { depth: 0, budget: { steps: MOST_STEPS } });
}

interface Walk {
  readonly depth: number;
  readonly budget: { steps: number };
}

function read(expression: Json | undefined, template: Template, walk: Walk): readonly Written[] {
  if (expression === undefined || expression === null) return [ABSENT];
  walk.budget.steps -= 1;
  if (walk.depth > DEEPEST || walk.budget.steps < 0)
    return [unknown('the expression is nested too deep to read')];
  if (isList(expression)) return [unknown('it is a list')];
  if (!isObject(expression)) return [ofText(textual(expression))];
  const [name, ...others] = Object.keys(expression);
  if (name === undefined || others.length > 0) return [unknown('it is an object')];
  const deeper = { ...walk, depth: walk.depth + 1 };
  const argument = own(expression, name) ?? null;
  switch (name) {
    case 'Ref':
      return ofReference(argument, template, deeper);
    case 'Fn::If':
      return isList(argument)
        ? argument.slice(1, 3).flatMap((branch) => read(branch, template, deeper))
        : [unknown('Fn::If is malformed')];
    case 'Fn::GetAtt':
      return ofAttribute(argument, template);
    case 'Fn::Join':
      return isList(argument) && isList(argument[1])
        ? ofPieces(argument[1], textual(argument[0]), template, deeper)
        : [unknown('Fn::Join joins a list known only when the stack deploys')];
    case 'Fn::Sub':
      return ofPieces(subPieces(argument), '', template, deeper);
    case 'Fn::Base64':
      return read(argument, template, deeper);
    default:
      return resolve(expression, template).map((value) =>
        value.kind === 'literal' && !isObject(value.value) && !isList(value.value)
          ? ofText(textual(value.value))
          : unknown(`${name} is known only when the stack deploys`),
      );
  }
}

function textual(value: Json | undefined): string {
  return value === undefined || typeof value === 'object' ? '' : String(value);
}

function ofText(text: string): Written {
  const service = DYNAMIC.exec(text)?.groups?.['service'];
  return service === undefined ? { kind: 'literal', text } : { kind: 'dynamic', service };
}

function ofReference(name: Json, template: Template, walk: Walk): readonly Written[] {
  if (typeof name !== 'string') return [unknown('Ref is malformed')];
  if (name === 'AWS::NoValue') return [ABSENT];
  if (name.startsWith('AWS::')) return [{ kind: 'literal', text: `\${${name}}` }];
  const parameter = template.parameter(name);
  if (!parameter) return [ofResource(name, template)];
  const given = template.argumentsOf(name);
  const type = own(parameter, 'Type');
  const preset = own(parameter, 'Default') ?? '';
  // the default of such a parameter is the name under which Systems Manager has the value
  const isName = typeof type === 'string' && type.startsWith('AWS::SSM::Parameter');
  const counts = given.length === 0 || given.some(({ expression }) => expression === undefined);
  const hidden = isTrue(own(parameter, 'NoEcho') ?? false);
  return [
    { kind: 'parameter', name, hidden, preset: counts && !isName && preset !== '' },
    ...given.flatMap(({ expression, template: parent }) =>
      expression === undefined ? [] : read(expression, parent, walk),
    ),
  ];
}

function ofAttribute(argument: Json, template: Template): readonly Written[] {
  const [id] = typeof argument === 'string' ? argument.split('.') : isList(argument) ? argument : [];
  return [typeof id === 'string' ? ofResource(id, template) : unknown('Fn::GetAtt is malformed')];
}

function ofResource(id: string, template: Template): Written {
  const resource = template.resource(id);
  return resource ? { kind: 'resource', resource } : unknown(`'${id}' is not in the template`);
}

/** Pieces of `Fn::Sub`, its variables as the expressions they stand for. */
function subPieces(argument: Json): readonly Json[] {
  const [text, variables] = isList(argument) ? argument : [argument];
  if (typeof text !== 'string') return [{ 'Fn::Sub': 'malformed', malformed: true }];
  return text.split(/(\$\{[^}]*\})/u).map((piece): Json => {
    if (!piece.startsWith('${') || piece.startsWith('${!')) return piece;
    const name = piece.slice(2, -1).trim();
    const given = isObject(variables) ? own(variables, name) : undefined;
    return (
      given ?? (name.startsWith('AWS::') || !name.includes('.') ? { Ref: name } : { 'Fn::GetAtt': name })
    );
  });
}

/** A text of several pieces comes from whatever its open pieces come from; one without any is written out. */
function ofPieces(
  pieces: readonly Json[],
  separator: string,
  template: Template,
  walk: Walk,
): readonly Written[] {
  const text = pieces.map((piece) => (isObject(piece) ? '${}' : textual(piece))).join(separator);
  const whole = ofText(text);
  if (whole.kind === 'dynamic') return [whole];
  const open = pieces
    .filter(isObject)
    .flatMap((piece) => read(piece, template, walk))
    .filter(({ kind }) => kind !== 'literal' && kind !== 'absent');
  return open.length > 0 ? open : [whole];
}
