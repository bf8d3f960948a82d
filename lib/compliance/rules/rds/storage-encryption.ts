import { requireLiteral } from '../../requirement';
import { finding, unknown, type Observation } from '../../rule';
import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import { isTrue } from '../../template/value';
import { isAlways, isNeverSet } from '../cloudformation/certainty';

/** How many copies of copies are followed to the first database. */
const LONGEST_CHAIN = 8;

/**
 * Requires that a database is encrypted. A replica or a restored copy is as its source is, and may not say so itself.
 * @param sources properties that name the database or snapshot it is a copy of
 * Source: RDS user guide, "Encrypting Amazon RDS resources": limitations.
 */
export function requireStorageEncrypted(
  database: Resource,
  sources: readonly string[],
): readonly Observation[] {
  const encrypted = database.property('StorageEncrypted');
  const given = sources.map((name) => database.property(name)).filter((source) => !isNeverSet(source));
  if (given.length === 0 || !isNeverSet(encrypted)) return requireLiteral(encrypted, isTrue, 'must be true');
  const answers = given.map((source) => comesEncrypted(source, sources));
  if (answers.every((answer) => answer === true)) return [];
  return answers.includes(false)
    ? [finding(encrypted.path, 'is not set, and what it is a copy of is not encrypted')]
    : [unknown(encrypted.path, 'is that of a source outside the assembly; it must be encrypted')];
}

function comesEncrypted(source: Property, sources: readonly string[], depth = 0): boolean | undefined {
  const origins = source.targets();
  if (depth > LONGEST_CHAIN || origins.length === 0 || origins.length < source.values.length)
    return undefined;
  const answers = origins.map((origin): boolean | undefined => {
    const encrypted = origin.property('StorageEncrypted');
    if (isAlways(encrypted, isTrue)) return true;
    if (!isNeverSet(encrypted)) return isAlways(encrypted, (value) => !isTrue(value)) ? false : undefined;
    const further = sources.map((name) => origin.property(name)).filter((each) => !isNeverSet(each));
    if (further.length === 0) return false;
    const before = further.map((each) => comesEncrypted(each, sources, depth + 1));
    return before.every((each) => each === true) ? true : before.includes(false) ? false : undefined;
  });
  return answers.includes(false) ? false : answers.includes(undefined) ? undefined : true;
}
