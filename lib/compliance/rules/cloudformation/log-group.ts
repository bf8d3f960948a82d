import { unknown, type Observation } from '../../rule';
import type { Property } from '../../template/property';
import { accepts } from './members';
import { requireSet } from './set';

/** Where a block says whether it writes to CloudWatch, and to which group. */
export interface LogBlock {
  /** Member that turns the log on or off, or names its driver. */
  readonly choice: string;
  /** Whether a value of it, undefined when there is none, means CloudWatch. */
  readonly writes: (value: unknown) => boolean;
  /** Steps to the name of the group. */
  readonly group: readonly string[];
}

/** Requires that what writes to CloudWatch names its log group, rather than let the service make one. */
export function requireLogGroup(
  block: Property,
  { choice, writes, group }: LogBlock,
): readonly Observation[] {
  const seen = block.alternatives().flatMap((each) =>
    each
      .at(choice)
      .alternatives()
      .flatMap((chosen) => {
        const isOn = accepts(chosen, writes);
        if (isOn === false) return [];
        const name = group.reduce((place, step) => place.member(step), each);
        const observations = requireSet(name, 'must name a log group of its own');
        return isOn ? observations : observations.map(({ property, message }) => unknown(property, message));
      }),
  );
  return [...new Map(seen.map((each) => [`${each.verdict} ${each.message}`, each])).values()];
}
