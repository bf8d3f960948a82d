import { isList, isObject, own, type Json, type JsonObject } from '../template/json';
import { Property } from '../template/property';
import type { Condition } from './statement';
import type { Template } from '../template/template';

/** A principal with the kind it is named under: `AWS`, `Service` …, `*` for none. */
export type TypedName = readonly [type: string, name: string];

/** Members of a statement that is written out. Most have four of the nine there are: the others cost nothing. */
export class StatementMembers {
  constructor(
    readonly path: string,
    private readonly body: JsonObject,
    private readonly template: Template,
  ) {}

  has(name: string): boolean {
    return Object.hasOwn(this.body, name);
  }

  member(name: string): Property {
    return Property.of(`${this.path}.${name}`, own(this.body, name), this.template);
  }

  /** The texts of a member that are written out; undefined where an expression has to be read. */
  plain(name: string): readonly string[] | undefined {
    return plainTexts(own(this.body, name));
  }

  /** The conditions of a block in which everything is written out; undefined where an expression has to be read. */
  plainConditions(): readonly Condition[] | undefined {
    const block = own(this.body, 'Condition');
    if (!isObject(block)) return undefined;
    const found: Condition[] = [];
    for (const operator of Object.keys(block)) {
      const keys = own(block, operator);
      if (!isObject(keys) || operator === 'Ref' || operator.startsWith('Fn::')) return undefined;
      for (const name of Object.keys(keys)) {
        const value = own(keys, name);
        const values = typeof value === 'boolean' ? [String(value)] : plainTexts(value);
        if (!values || name === 'Ref' || name.startsWith('Fn::')) return undefined;
        found.push({ operator, key: name.toLowerCase(), values, hasGaps: false, optional: false });
      }
    }
    return found;
  }

  /** The one principal block of most statements: `*`, or names of one kind, written out. */
  plainPrincipal(name: string): readonly TypedName[] | undefined {
    const value = own(this.body, name);
    if (typeof value === 'string') return plainTexts(value)?.map((text): TypedName => ['*', text]);
    if (!isObject(value)) return undefined;
    const [type, other] = Object.keys(value);
    if (type === undefined || other !== undefined || type === 'Ref' || type.startsWith('Fn::'))
      return undefined;
    return plainTexts(own(value, type))?.map((text): TypedName => [type, text]);
  }
}

/** A text or a list of texts as they are; undefined when one of them is an expression or a dynamic reference. */
function plainTexts(value: Json | undefined): readonly string[] | undefined {
  if (typeof value === 'string') return value.includes('{{') ? undefined : [value];
  if (!isList(value)) return undefined;
  const texts: string[] = [];
  for (const member of value) {
    if (typeof member !== 'string' || member.includes('{{')) return undefined;
    texts.push(member);
  }
  return texts;
}
