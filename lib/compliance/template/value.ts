import type { Json } from './json';
import type { Template } from './template';

/** What one expression of a template comes to, as far as the template alone can tell. */
export type Value =
  /** Written out. Members of an object or a list may still be expressions. */
  | { readonly kind: 'literal'; readonly value: Json }
  /** `Ref` or `Fn::GetAtt` of a resource, followed through exports into the template that has it. */
  | {
      readonly kind: 'reference';
      readonly template: Template;
      readonly logicalId: string;
      readonly attribute: string;
    }
  /** Text whose open places are written `${Name}`, as `Fn::Sub` would. */
  | { readonly kind: 'text'; readonly text: string }
  /** Not there, or `AWS::NoValue`. */
  | { readonly kind: 'absent' }
  /** Only the account can say. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** The attribute name under which `Ref` is kept. */
export const REF = 'Ref';

export const ABSENT: Value = { kind: 'absent' };

export function literal(value: Json): Value {
  return { kind: 'literal', value };
}

export function unknown(reason: string): Value {
  return { kind: 'unknown', reason };
}

/** A value as text with `${…}` for open places; undefined when it has no textual form. */
export function textOf(value: Value): string | undefined {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'literal':
      return typeof value.value === 'string' ||
        typeof value.value === 'number' ||
        typeof value.value === 'boolean'
        ? String(value.value)
        : undefined;
    case 'reference':
      return value.attribute === REF ? `\${${value.logicalId}}` : `\${${value.logicalId}.${value.attribute}}`;
    case 'absent':
    case 'unknown':
      return undefined;
  }
}

/** CloudFormation takes `true` and `"true"` alike. */
export function isTrue(value: Json): boolean {
  return value === true || (typeof value === 'string' && value.toLowerCase() === 'true');
}

/** CloudFormation takes `30` and `"30"` alike; NaN when it is no number. */
export function numberOf(value: Json): number {
  return typeof value === 'number'
    ? value
    : typeof value === 'string' && value.trim() !== ''
      ? Number(value)
      : Number.NaN;
}
