import { allowLiteral, requireLiteral } from '../../requirement';
import type { Observation, Rule } from '../../rule';
import type { Property } from '../../template/property';
import { numberOf } from '../../template/value';
import { isAlways, isNeverSet, isOneOf } from '../cloudformation/certainty';
import { requireSet } from '../cloudformation/set';
import { whereThere } from '../cloudformation/where-there';

/** Six years, in the units of a retention period. */
const SIX_YEARS: Readonly<Record<string, number>> = { DAYS: 2192, MONTHS: 72, YEARS: 6, INFINITE: 0 };

export const volumeLocked: Rule = {
  id: 'fsx-volume-locked',
  title: 'locked volumes cannot be unlocked by an administrator',
  severity: 'warning',
  controls: ['164.312(c)(1)', '164.308(a)(7)(ii)(A)'],
  profiles: ['strict'],
  why: 'In enterprise mode, or with privileged delete, who administers the volume can remove what was to be kept.',
  fix: 'set SnaplockType to COMPLIANCE, leave PrivilegedDelete DISABLED and set a default retention of six years',
  resourceTypes: ['AWS::FSx::Volume'],
  check(volume) {
    const lock = volume.property('OntapConfiguration.SnaplockConfiguration');
    if (isNeverSet(lock)) return 'not-applicable';
    return whereThere(lock, (block) => [
      ...requireLiteral(block.at('SnaplockType'), isOneOf('COMPLIANCE'), 'must be COMPLIANCE'),
      ...allowLiteral(block.at('PrivilegedDelete'), isOneOf('DISABLED'), 'must be DISABLED'),
      ...block.at('RetentionPeriod.DefaultRetention').alternatives().flatMap(keepsSixYears),
    ]);
  },
};

function keepsSixYears(retention: Property): readonly Observation[] {
  const unit = retention.at('Type');
  if (isAlways(unit, isOneOf('INFINITE'))) return [];
  const least = Math.max(
    ...unit.texts().map((text) => SIX_YEARS[text.toUpperCase()] ?? Number.POSITIVE_INFINITY),
    1,
  );
  return [
    ...requireSet(unit, 'must be set'),
    ...requireLiteral(
      retention.at('Value'),
      (value) => numberOf(value) >= least,
      'must be six years at least',
    ),
  ];
}
