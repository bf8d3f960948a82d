import { resolve } from '../template/intrinsics';
import { isList, isObject, own, type Json, type JsonObject } from '../template/json';
import type { Template } from '../template/template';
import { textOf } from '../template/value';
import { partitionOf, type Identities } from './identities';

/** Deeper than this an expression stays as it is, which reads as open. */
const DEEPEST = 64;
/** Expressions followed into other templates while one document is filled: imports in a circle would not end. */
const MOST_STEPS = 20_000;

interface Walk {
  readonly depth: number;
  readonly budget: { steps: number };
}

/**
 * Fills an expression in as the account of its stack would: pseudo parameters, and what resources are called, through
 * imports and nested stacks. Parameters nobody sets, and answers of custom resources, stay open.
 */
export class Filler {
  readonly #identities: Identities;

  constructor(identities: Identities) {
    this.#identities = identities;
  }

  fill(value: Json, template: Template): Json {
    return this.#fill(value, template, { depth: 0, budget: { steps: MOST_STEPS } });
  }

  #fill(value: Json, template: Template, walk: Walk): Json {
    if (walk.depth > DEEPEST) return value;
    const deeper = { ...walk, depth: walk.depth + 1 };
    if (isList(value)) return value.map((each) => this.#fill(each, template, deeper));
    if (!isObject(value)) return value;
    const [[name, argument] = ['', null], ...more] = Object.entries(value);
    const filled = more.length === 0 ? this.#call(name, argument ?? null, template, deeper) : undefined;
    if (filled !== undefined) return filled;
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, this.#fill(each ?? null, template, deeper)]),
    );
  }

  /** What a call of an intrinsic function comes to; undefined when only its arguments can be filled in. */
  #call(name: string, argument: Json, template: Template, walk: Walk): Json | undefined {
    switch (name) {
      case 'Ref':
        return typeof argument === 'string' ? this.#reference(argument, template, walk) : undefined;
      case 'Fn::GetAtt':
        return this.#attribute(argument, template, walk);
      case 'Fn::Sub':
        return this.#substitute(argument, template, walk);
      case 'Fn::ImportValue':
        return this.#import(argument, template, walk);
      case 'Fn::GetStackOutput':
        return this.#stackOutput(argument, template, walk);
      default:
        return undefined;
    }
  }

  #reference(id: string, template: Template, walk: Walk): Json | undefined {
    const pseudo = this.#pseudo(id, template);
    if (pseudo !== undefined) return pseudo;
    if (template.parameter(id)) {
      const [given, ...others] = template.argumentsOf(id);
      return given?.expression === undefined || others.length > 0
        ? undefined
        : this.#follow(given.expression, given.template, walk);
    }
    const resource = template.resource(id);
    return resource && this.#identities.attribute(resource, 'Ref');
  }

  #attribute(argument: Json, template: Template, walk: Walk): Json | undefined {
    const steps = typeof argument === 'string' ? argument.split('.') : isList(argument) ? argument : [];
    const [id, ...rest] = steps.filter((step) => typeof step === 'string');
    if (id === undefined) return undefined;
    const name = rest.join('.');
    const nested = template.nestedStackOutput(id, name);
    if (nested) return this.#follow(nested.expression, nested.template, walk);
    const resource = template.resource(id);
    return resource && this.#identities.attribute(resource, name);
  }

  /** What can be filled in is text; what cannot stays a place. */
  #substitute(argument: Json, template: Template, walk: Walk): Json | undefined {
    const [text, variables] =
      typeof argument === 'string' ? [argument, {}] : isList(argument) ? argument : [];
    if (typeof text !== 'string') return undefined;
    const own_ = isObject(variables) ? variables : {};
    const filled = text.replaceAll(/\$\{([^!}][^}]*)\}/gu, (place, inner: string) => {
      const name = inner.trim();
      if (own(own_, name) !== undefined) return place;
      const value = name.includes('.')
        ? this.#attribute(name, template, walk)
        : this.#reference(name, template, walk);
      return typeof value === 'string' ? value : place;
    });
    if (Object.keys(own_).length === 0) return filled.includes('${') ? { 'Fn::Sub': filled } : filled;
    return { 'Fn::Sub': [filled, this.#fill(own_, template, walk)] };
  }

  #import(argument: Json, template: Template, walk: Walk): Json | undefined {
    const [value, ...others] = resolve(argument, template);
    const name = value === undefined || others.length > 0 ? undefined : textOf(value);
    const found = name === undefined ? undefined : template.assembly.exported(name);
    return found && this.#follow(found.expression, found.template, walk);
  }

  #stackOutput(argument: Json, template: Template, walk: Walk): Json | undefined {
    if (!isObject(argument)) return undefined;
    const output = own(argument, 'OutputName');
    const [region] = resolve(own(argument, 'Region'), template).map(textOf);
    const found = resolve(own(argument, 'StackName'), template)
      .flatMap((name) => template.assembly.stacksNamed(textOf(name) ?? ''))
      .filter((stack) => stack.region === undefined || region === undefined || stack.region === region)
      .flatMap((stack) => {
        const expression = typeof output === 'string' ? stack.output(output) : undefined;
        return expression === undefined ? [] : [{ expression, stack }];
      });
    const [only, ...others] = found;
    return only && others.length === 0 ? this.#follow(only.expression, only.stack, walk) : undefined;
  }

  #follow(expression: Json, template: Template, walk: Walk): Json | undefined {
    walk.budget.steps -= 1;
    return walk.budget.steps < 0 ? undefined : this.#fill(expression, template, walk);
  }

  #pseudo(id: string, template: Template): string | undefined {
    const region = this.#identities.regionOf(template);
    switch (id) {
      case 'AWS::AccountId':
        return this.#identities.accountOf(template);
      case 'AWS::Partition':
        return partitionOf(region);
      case 'AWS::Region':
        return region;
      case 'AWS::StackName':
        return template.stackName ?? template.path;
      case 'AWS::URLSuffix':
        return region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
      default:
        return undefined;
    }
  }
}

/** Members of a resource's properties that say to whom it belongs: they stay references. */
export function fillExcept(
  properties: JsonObject,
  kept: ReadonlySet<string>,
  fill: (value: Json) => Json,
): JsonObject {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [name, kept.has(name) ? value : fill(value ?? null)]),
  );
}
