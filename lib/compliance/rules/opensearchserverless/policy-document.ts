import { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import type { Json } from '../../template/json';
import { textOf, type Value } from '../../template/value';

/** What the policy of a resource can be: OpenSearch Serverless takes it as JSON text. Undefined: cannot be read. */
export function policyDocuments(policy: Resource): readonly (Property | undefined)[] {
  const { path, values } = policy.property('Policy');
  return values.map((value) => {
    const body = bodyOf(value);
    return body === undefined ? undefined : Property.of(path, body, policy.template);
  });
}

/** Whether the policy is of a kind: `encryption`, `network` or `data`. Undefined: cannot tell. */
export function isOfKind(policy: Resource, kind: string): boolean | undefined {
  const answers = policy
    .property('Type')
    .values.map((value) => (value.kind === 'literal' ? value.value === kind : undefined));
  return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
}

function bodyOf(value: Value): Json | undefined {
  const text = textOf(value);
  if (text === undefined) return value.kind === 'literal' ? value.value : undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
