import { resolve } from './intrinsics';
import { isList, isObject, own, type Json } from './json';
import type { Template } from './template';
import { textOf } from './value';

/** Conditions may name each other in a circle. */
const DEEPEST = 32;

/**
 * Whether a condition holds. Undefined unless parameters given for the stack alone decide it: a default may still be
 * replaced when the stack deploys, and then both sides of the condition count.
 */
export function decideCondition(name: string, template: Template): boolean | undefined {
  return Object.keys(template.given).length === 0 ? undefined : named(name, template, 0);
}

function named(name: string, template: Template, depth: number): boolean | undefined {
  const section = own(template.body, 'Conditions');
  const condition = isObject(section) ? own(section, name) : undefined;
  return condition === undefined ? undefined : decide(condition, template, depth + 1);
}

function decide(condition: Json, template: Template, depth: number): boolean | undefined {
  if (depth > DEEPEST || !isObject(condition)) return undefined;
  const [[name, argument] = ['', null], ...more] = Object.entries(condition);
  if (more.length > 0) return undefined;
  const answers = () => (isList(argument) ? argument : []).map((each) => decide(each, template, depth + 1));
  switch (name) {
    case 'Condition':
      return typeof argument === 'string' ? named(argument, template, depth) : undefined;
    case 'Fn::Equals':
      return isList(argument) && argument.length === 2 ? areEqual(argument, template) : undefined;
    case 'Fn::Not': {
      const [answer] = answers();
      return answer === undefined ? undefined : !answer;
    }
    case 'Fn::And': {
      const all = answers();
      return all.includes(false) ? false : all.includes(undefined) || all.length === 0 ? undefined : true;
    }
    case 'Fn::Or': {
      const all = answers();
      return all.includes(true) ? true : all.includes(undefined) || all.length === 0 ? undefined : false;
    }
    default:
      return undefined;
  }
}

function areEqual(sides: readonly Json[], template: Template): boolean | undefined {
  const [left, right] = sides.map((side) => {
    if (!isDecided(side, template, 0)) return undefined;
    const [value, ...others] = resolve(side, template);
    return value?.kind === 'literal' && others.length === 0 ? textOf(value) : undefined;
  });
  return left === undefined || right === undefined ? undefined : left === right;
}

/** True when every reference in an expression is to a parameter that a value is given for. */
function isDecided(expression: Json, template: Template, depth: number): boolean {
  if (depth > DEEPEST) return false;
  if (isList(expression)) return expression.every((member) => isDecided(member, template, depth + 1));
  // `Fn::Sub` may name anything; comparing substituted texts is rare enough to leave undecided
  if (!isObject(expression)) return true;
  return Object.entries(expression).every(([name, argument]) => {
    if (name === 'Ref') return typeof argument === 'string' && own(template.given, argument) !== undefined;
    if (name === 'Fn::FindInMap' || name === 'Fn::Join' || name === 'Fn::Select' || name === 'Fn::Split')
      return argument !== undefined && isDecided(argument, template, depth + 1);
    return false;
  });
}
