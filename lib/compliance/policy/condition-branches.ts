import { isObject, type Json, type JsonObject } from '../template/json';
import { Property } from '../template/property';
import type { Template } from '../template/template';

/** Past this many combinations the operators are read together, each key counting as one that may be missing. */
const MOST_BRANCHES = 16;

/**
 * The condition blocks a statement can have, one for each way the template's conditions choose among them: for the block as a
 * whole, and for the keys of each operator, e.g. one audience key in each partition.
 */
export function conditionBranches(condition: Property, template: Template): readonly Property[] {
  return condition.alternatives().flatMap((block) => {
    const [value] = block.values;
    if (value?.kind !== 'literal' || !isObject(value.value)) return [block];
    const operators = Object.keys(value.value).map((name) => ({
      name,
      choices: choicesOf(block.member(name)),
    }));
    const count = operators.reduce((product, { choices }) => product * (choices?.length ?? 1), 1);
    if (count === 1 || count > MOST_BRANCHES) return [block];
    let blocks: readonly JsonObject[] = [value.value];
    for (const { name, choices } of operators) {
      if (choices) blocks = blocks.flatMap((each) => choices.map((choice) => ({ ...each, [name]: choice })));
    }
    return blocks.map((each) => Property.of(condition.path, each, template));
  });
}

/** The blocks of keys an operator can have; undefined when it has one, or one that cannot be read. */
function choicesOf(operator: Property): readonly Json[] | undefined {
  if (operator.values.length < 2) return undefined;
  const choices = operator.values.map((value) =>
    value.kind === 'literal' ? value.value : value.kind === 'absent' ? {} : undefined,
  );
  return choices.every((choice) => choice !== undefined) ? choices : undefined;
}
