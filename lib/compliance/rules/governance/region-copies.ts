import { parseArn } from '../../policy/arn';
import { requireValue } from '../../requirement';
import { unknown, type Observation } from '../../rule';
import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import { textOf, type Value } from '../../template/value';
import { placesByType } from '../cloudformation/places';
import { BUCKET_PLACES, REGION_PLACES, SOURCE_PLACES } from './region-places';

/** Copies that a resource sends to other Regions than those allowed, or takes from them. */
export function copiesOutside(
  resource: Resource,
  allowed: readonly string[],
  buckets: readonly string[],
): readonly Observation[] {
  const expectation = `must be one of ${allowed.join(', ')}`;
  return [
    ...placesByType(resource, REGION_PLACES).flatMap((place) =>
      requireValue(place, (value) => isAllowed(value, allowed), expectation),
    ),
    ...placesByType(resource, SOURCE_PLACES).flatMap((place) =>
      requireValue(place, (value) => !isArn(value) || isAllowed(value, allowed), expectation),
    ),
    ...placesByType(resource, BUCKET_PLACES).flatMap((place) => replicaIn(place, allowed, buckets)),
  ];
}

/** A key for replicas is in the Region of the bucket that gets them. Source: S3 user guide, "Replicating encrypted objects". */
function replicaIn(
  place: Property,
  allowed: readonly string[],
  buckets: readonly string[],
): readonly Observation[] {
  const bucket = place.at('Bucket');
  if (bucket.values.every((value) => isKnownBucket(value, buckets))) return [];
  const key = place.at('EncryptionConfiguration.ReplicaKmsKeyID');
  if (key.values.every(isArn))
    return requireValue(key, (value) => isAllowed(value, allowed), `must be in one of ${allowed.join(', ')}`);
  return [unknown(bucket.path, 'is a bucket outside the app, and its name does not tell its Region')];
}

/** A vault of the assembly, and the Region of the stack itself, are judged where they are. */
function isAllowed(value: Value, allowed: readonly string[]): boolean | undefined {
  if (value.kind === 'reference') return true;
  const text = textOf(value) ?? '';
  const name = parseArn(text)?.region ?? text;
  return name === '${AWS::Region}' || (name.includes('${') ? undefined : allowed.includes(name));
}

function isArn(value: Value): boolean {
  return (textOf(value) ?? '').startsWith('arn:');
}

function isKnownBucket(value: Value, known: readonly string[]): boolean {
  if (value.kind === 'reference' || value.kind === 'absent') return true;
  const text = textOf(value) ?? '';
  return known.includes(text.slice(text.lastIndexOf(':') + 1));
}
