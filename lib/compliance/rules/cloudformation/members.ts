import type { Property } from '../../template/property';

/**
 * Whether a list surely has a member that meets a requirement, whichever of its values it takes.
 * Undefined when a part that cannot be read stands in the way.
 */
export function surelyHas(
  list: Property,
  meets: (member: Property) => boolean | undefined,
): boolean | undefined {
  const answers = list.alternatives().map((alternative): boolean | undefined => {
    if (alternative.values.some(({ kind }) => kind === 'unknown')) return undefined;
    const members = alternative.items().map((member) => all(member.alternatives().map(meets)));
    return members.includes(true) ? true : members.includes(undefined) ? undefined : false;
  });
  return all(answers);
}

function all(answers: readonly (boolean | undefined)[]): boolean | undefined {
  return answers.includes(false) ? false : answers.includes(undefined) ? undefined : true;
}

/** True when every value is written out and accepted, false when one is written out and refused. */
export function accepts(property: Property, is: (value: unknown) => boolean): boolean | undefined {
  return all(property.values.map((value) => answer(value, is)));
}

function answer(value: Property['values'][number], is: (value: unknown) => boolean): boolean | undefined {
  if (value.kind === 'absent') return is(undefined);
  return value.kind === 'literal' ? is(value.value) : undefined;
}
