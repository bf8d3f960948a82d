import { few, resolve } from './intrinsics';
import { isList, isObject, own, type Json } from './json';
import type { Resource } from './resource';
import type { Template } from './template';
import { ABSENT, textOf, unknown, type Value } from './value';

/** Texts of a list; open places as `${…}`. */
export interface TextList {
  readonly texts: readonly string[];
  /** True when a member is no text, or cannot be read. */
  readonly hasGaps: boolean;
  /** True when conditions or parameters choose among members, or among lists. */
  readonly varies: boolean;
}

/** A place in a resource together with every value it can have. */
export class Property {
  private constructor(
    /** Dotted path from the resource, e.g. `Properties.PolicyDocument.Statement.0`. */
    readonly path: string,
    readonly values: readonly Value[],
    private readonly template: Template,
  ) {}

  static of(path: string, expression: Json | undefined, template: Template): Property {
    return new Property(path, resolve(expression, template), template);
  }

  /** @param path dotted; a step into something unknown is unknown, a step into nothing is absent */
  at(path: string): Property {
    const dot = path.indexOf('.');
    return dot < 0 ? this.member(path) : this.member(path.slice(0, dot)).at(path.slice(dot + 1));
  }

  /** One step down, the name taken as it is: condition keys and tags may hold dots. */
  member(step: string): Property {
    const [only] = this.values;
    // most properties are written out
    const values =
      only && this.values.length === 1
        ? this.step(only, step)
        : this.values.flatMap((value) => this.step(value, step));
    return new Property(`${this.path}.${step}`, few(values), this.template);
  }

  private step(value: Value, step: string): readonly Value[] {
    if (value.kind === 'absent') return [ABSENT];
    if (value.kind === 'unknown') return [value];
    if (value.kind !== 'literal') return [unknown('a reference has no members')];
    if (isList(value.value)) return resolve(value.value[Number(step)], this.template);
    return isObject(value.value) ? resolve(own(value.value, step), this.template) : [ABSENT];
  }

  /** Members of a list; a lone object counts as a list of one, as many CloudFormation types allow. */
  items(): readonly Property[] {
    return this.values.flatMap((value) => {
      if (value.kind === 'absent') return [];
      if (value.kind !== 'literal') return [new Property(this.path, [value], this.template)];
      const members = isList(value.value) ? value.value : [value.value];
      return members
        .map((member, index) =>
          Property.of(isList(value.value) ? `${this.path}.${index}` : this.path, member, this.template),
        )
        .filter((member) => member.isPresent);
    });
  }

  /** One property for each value that conditions and parameters leave open. */
  alternatives(): readonly Property[] {
    return this.values.map((value) => new Property(this.path, [value], this.template));
  }

  /** True when some value is there. */
  get isPresent(): boolean {
    return this.values.some((value) => value.kind !== 'absent');
  }

  /** Member names of an object that is written out. */
  keys(): readonly string[] {
    const [only] = this.values;
    if (only && this.values.length === 1) {
      return only.kind === 'literal' && isObject(only.value) ? Object.keys(only.value) : [];
    }
    return [
      ...new Set(
        this.values.flatMap((value) =>
          value.kind === 'literal' && isObject(value.value) ? Object.keys(value.value) : [],
        ),
      ),
    ];
  }

  /** All texts of a list, or of a lone value: what `items` and `texts` say together, for the many long lists. */
  list(): TextList {
    const texts: string[] = [];
    let hasGaps = false;
    let varies = this.values.length !== 1;
    for (const value of this.values) {
      if (value.kind === 'absent') continue;
      const members = value.kind === 'literal' && isList(value.value) ? value.value : undefined;
      for (const alternatives of members?.map((member) => resolve(member, this.template)) ?? [[value]]) {
        varies ||= alternatives.length !== 1;
        for (const alternative of alternatives) {
          const text = textOf(alternative);
          if (text !== undefined) texts.push(text);
          else if (alternative.kind !== 'absent') hasGaps = true;
        }
      }
    }
    return { texts, hasGaps, varies };
  }

  /** Every textual value; open places as `${…}`. */
  texts(): readonly string[] {
    return this.values.flatMap((value) => textOf(value) ?? []);
  }

  /** Resources this may refer to, in whichever template of the assembly they are. */
  targets(): readonly Resource[] {
    return this.values.flatMap((value) =>
      value.kind === 'reference' ? (value.template.resource(value.logicalId) ?? []) : [],
    );
  }
}
