import { covers } from '../../policy/pattern';
import type { Property } from '../../template/property';
import { hasTag, lacksTag } from './tags';

type Meets = (pattern: string, text: string) => boolean;

const EQUALS: Meets = (pattern, text) => pattern === text;
/** What each operator of `Conditions` asks of a tag's value, and whether the tag must not meet it. */
const OPERATORS: readonly (readonly [operator: string, meets: Meets, negated: boolean])[] = [
  ['StringEquals', EQUALS, false],
  ['StringLike', covers, false],
  ['StringNotEquals', EQUALS, true],
  ['StringNotLike', covers, true],
];

/** Whether a resource surely has one of the tags that `ListOfTags` names. */
export function someTag(listOfTags: Property, tags: Property): boolean | undefined {
  const answers = listOfTags.items().map((condition) => {
    const { key, value } = partsOf(condition);
    if (listOfTags.values.length > 1 || key === undefined || value === undefined) return undefined;
    return hasTag(tags, key, (text) => text === value);
  });
  return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
}

/** Whether a resource surely meets all `Conditions`. */
export function everyTag(conditions: Property, tags: Property): boolean | undefined {
  if (conditions.values.some(({ kind }) => kind !== 'literal' && kind !== 'absent')) return undefined;
  const answers = OPERATORS.flatMap(([operator, meets, negated]) =>
    conditions
      .at(operator)
      .items()
      .map((condition) => {
        const { key, value } = partsOf(condition);
        if (key === undefined || value === undefined) return undefined;
        return (negated ? lacksTag : hasTag)(tags, key, (text) => meets(value, text));
      }),
  );
  return answers.includes(false) ? false : answers.includes(undefined) ? undefined : true;
}

function partsOf(condition: Property) {
  return {
    key: only(condition.at('ConditionKey'))?.replace(/^aws:ResourceTag\//u, ''),
    value: only(condition.at('ConditionValue')),
  };
}

/** The only text a property can have. */
function only(property: Property): string | undefined {
  return property.values.length === 1 ? property.texts()[0] : undefined;
}
