import { CfnResource, type Stack } from 'aws-cdk-lib';
import { isObject, own, type Json, type JsonObject } from '../../lib/compliance/template/json';

/** Makes resources of a template as raw ones of the CDK, under their own logical ids. */
export function raw(stack: Stack, resources: JsonObject): void {
  for (const [logicalId, definition] of Object.entries(resources)) add(stack, logicalId, definition ?? null);
}

function add(stack: Stack, logicalId: string, definition: Json): CfnResource {
  const { Type, ...rest } = isObject(definition) ? definition : {};
  const resource = new CfnResource(stack, logicalId, { type: typeof Type === 'string' ? Type : '' });
  resource.overrideLogicalId(logicalId);
  // the CDK keeps what it is given, and later overrides would write into it
  for (const [name, value] of Object.entries(rest)) resource.addOverride(name, structuredClone(value));
  return resource;
}

/** Makes one version and turns it into the other, property by property, as `addPropertyOverride` would. */
export function override(stack: Stack, from: JsonObject, to: JsonObject): void {
  for (const [logicalId, definition] of Object.entries(to)) {
    const start = own(from, logicalId);
    const sameType = isObject(start) && isObject(definition ?? null) && start['Type'] === typeOf(definition);
    const resource = add(stack, logicalId, (sameType ? start : definition) ?? null);
    if (sameType) turn(resource, [], start, definition ?? null);
  }
}

function typeOf(definition: Json | undefined): Json | undefined {
  return isObject(definition) ? definition['Type'] : undefined;
}

function turn(resource: CfnResource, path: readonly string[], from: Json, to: Json): void {
  if (!isObject(from) || !isObject(to)) {
    if (JSON.stringify(from) === JSON.stringify(to)) return;
    // an override of an object merges: what was there goes first
    resource.addDeletionOverride(path.join('.'));
    resource.addOverride(path.join('.'), structuredClone(to));
    return;
  }
  for (const key of new Set([...Object.keys(from), ...Object.keys(to)])) {
    const step = [...path, key.replaceAll('.', '\\.')];
    const before = own(from, key);
    const after = own(to, key);
    if (after === undefined) resource.addDeletionOverride(step.join('.'));
    else if (before === undefined) resource.addOverride(step.join('.'), structuredClone(after));
    else turn(resource, step, before, after);
  }
}
