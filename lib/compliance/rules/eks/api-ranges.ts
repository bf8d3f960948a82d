import { requireValue } from '../../requirement';
import type { Observation } from '../../rule';
import type { Property } from '../../template/property';
import { textOf } from '../../template/value';
import { onEach } from '../cloudformation/where-there';

/** Everybody: one range, or two halves of the internet. */
const isOpen = (range: string): boolean => /\/[01]$/u.test(range.trim());

/** Requires that none of the ranges that may reach the API of a cluster is the whole internet. */
export function requireClosed(ranges: Property): readonly Observation[] {
  return onEach(ranges, (range) =>
    requireValue(
      range,
      (value) => {
        const text = textOf(value);
        return text === undefined ? undefined : !isOpen(text);
      },
      'lets the whole internet reach the API',
    ),
  );
}
