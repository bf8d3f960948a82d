import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';

/**
 * Whether KMS can rotate a key by itself: only symmetric encryption keys whose material it made. Undefined when the
 * template leaves open which it is. Source: KMS API reference, "EnableKeyRotation".
 */
export function rotatesByItself(key: Resource): boolean | undefined {
  const answers = [
    isOnly(key.property('KeySpec'), 'SYMMETRIC_DEFAULT'),
    isOnly(key.property('Origin'), 'AWS_KMS'),
  ];
  return answers.includes(false) ? false : answers.includes(undefined) ? undefined : true;
}

/** Both properties have the default that rotates. */
function isOnly(property: Property, wanted: string): boolean | undefined {
  const answers = property.values.map((value) =>
    value.kind === 'absent' ? true : value.kind === 'literal' ? value.value === wanted : undefined,
  );
  if (answers.every((answer) => answer === true)) return true;
  return answers.every((answer) => answer === false) ? false : undefined;
}
