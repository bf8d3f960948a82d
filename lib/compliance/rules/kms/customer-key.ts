import { requireValue } from '../../requirement';
import type { Observation } from '../../rule';
import type { Property } from '../../template/property';
import { textOf, type Value } from '../../template/value';

const KEY_TYPES: ReadonlySet<string> = new Set(['AWS::KMS::Key', 'AWS::KMS::ReplicaKey', 'AWS::KMS::Alias']);

/**
 * Whether a value names a KMS key that the customer manages: a key or alias of the assembly, or any id, ARN or alias
 * outside `alias/aws/`, the name space of the keys AWS manages. Undefined when the template cannot tell.
 * Source: KMS developer guide, "AWS managed keys".
 */
export function isCustomerKey(value: Value): boolean | undefined {
  if (value.kind === 'reference') {
    const type = value.template.resource(value.logicalId)?.type ?? '';
    if (KEY_TYPES.has(type)) return true;
    // a custom resource or nested stack may hand out a key; a bucket or a role is none
    return type.startsWith('AWS::') && type !== 'AWS::CloudFormation::Stack' ? false : undefined;
  }
  const name = textOf(value)?.trim().toLowerCase();
  return name === undefined ? undefined : name !== '' && !name.includes('alias/aws/');
}

export function requireCustomerKey(property: Property): readonly Observation[] {
  return requireValue(property, isCustomerKey, 'must name a customer-managed KMS key');
}
