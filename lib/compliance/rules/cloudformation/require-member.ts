import { finding, unknown, type Observation } from '../../rule';
import type { Property } from '../../template/property';
import { surelyHas } from './members';

/** Requires that a list surely has a member that meets a requirement. */
export function requireMember(
  list: Property,
  meets: (member: Property) => boolean | undefined,
  expectation: string,
): readonly Observation[] {
  const answer = surelyHas(list, meets);
  if (answer === true) return [];
  return [
    answer === false
      ? finding(list.path, expectation)
      : unknown(list.path, `cannot be read in full; it ${expectation}`),
  ];
}
