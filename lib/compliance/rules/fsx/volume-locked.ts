import { allowLiteral, requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isNeverSet, isOneOf } from '../cloudformation/certainty';
import { requireSet } from '../cloudformation/set';

export const volumeLocked: Rule = {
  id: 'fsx-volume-locked',
  title: 'locked volumes cannot be unlocked by an administrator',
  severity: 'warning',
  controls: ['164.312(c)(1)', '164.308(a)(7)(ii)(A)'],
  profiles: ['strict'],
  why: 'In enterprise mode, or with privileged delete, who administers the volume can remove what was to be kept.',
  fix: 'set SnaplockType to COMPLIANCE, leave PrivilegedDelete DISABLED and set a default retention',
  resourceTypes: ['AWS::FSx::Volume'],
  check(volume) {
    const lock = volume.property('OntapConfiguration.SnaplockConfiguration');
    if (isNeverSet(lock)) return 'not-applicable';
    return [
      ...requireLiteral(lock.at('SnaplockType'), isOneOf('COMPLIANCE'), 'must be COMPLIANCE'),
      ...allowLiteral(lock.at('PrivilegedDelete'), isOneOf('DISABLED'), 'must be DISABLED'),
      ...requireSet(lock.at('RetentionPeriod.DefaultRetention'), 'must be set'),
    ];
  },
};
