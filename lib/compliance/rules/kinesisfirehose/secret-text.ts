import { finding, unknown, type Observation } from '../../rule';
import { isObject, own, type Json } from '../../template/json';
import type { Resource } from '../../template/resource';
import { isTrue, type Value } from '../../template/value';

/** Dynamic references that CloudFormation resolves without showing the value. */
const SECURE = /\{\{resolve:(?:secretsmanager|ssm-secure):/u;
const OPENED = /\$\{resolve:(?:secretsmanager|ssm-secure):/u;

/**
 * Requires that a secret, where there is one, comes from Secrets Manager, from a SecureString, or from a parameter that
 * is not shown and has no default.
 * Source: CloudFormation user guide, "Dynamic references", "Parameters", NoEcho.
 */
export function requireHidden(resource: Resource, path: string): readonly Observation[] {
  const property = resource.property(path);
  const written = rawAt(own(resource.definition, 'Properties'), path.split('.'));
  for (const value of property.values) {
    const hidden = isHidden(value, written, resource);
    if (hidden === false)
      return [finding(property.path, 'holds the secret itself; it must come from Secrets Manager')];
    if (hidden === undefined)
      return [unknown(property.path, 'cannot be read; it must come from Secrets Manager')];
  }
  return [];
}

function isHidden(value: Value, written: Json | undefined, resource: Resource): boolean | undefined {
  const text = JSON.stringify(written ?? null);
  switch (value.kind) {
    case 'absent':
    case 'reference':
      return true;
    case 'text':
      return OPENED.test(value.text) || SECURE.test(value.text);
    case 'literal':
      return value.value === '';
    case 'unknown': {
      if (text.includes('{{resolve:')) return SECURE.test(text);
      const parameters = isObject(written) ? own(written, 'Ref') : undefined;
      const parameter = typeof parameters === 'string' ? resource.template.parameter(parameters) : undefined;
      return parameter && isTrue(own(parameter, 'NoEcho') ?? false);
    }
  }
}

function rawAt(value: Json | undefined, steps: readonly string[]): Json | undefined {
  return steps.reduce<Json | undefined>((at, step) => {
    if (Array.isArray(at)) return at[Number(step)] as Json | undefined;
    return isObject(at) ? own(at, step) : undefined;
  }, value);
}
