import type { Parameter } from '../../parameter';
import type { Rule } from '../../rule';
import type { Property } from '../../template/property';
import { numberOf } from '../../template/value';
import { requireAny } from '../cloudformation/answer';
import { accepts } from '../cloudformation/members';

const HOURS_A_DAY = 24;
const days: Parameter<number> = {
  name: 'days',
  description: 'age up to which every snapshot is kept, in days',
  default: 30,
};
const snapshots: Parameter<number> = {
  name: 'snapshots',
  description: 'how many snapshots are kept whatever their age, instead',
  default: 7,
};

export const tableSnapshotsKept: Rule = {
  id: 's3tables-table-snapshots-kept',
  title: 'tables keep snapshots to go back to',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(A)', '164.312(c)(1)'],
  profiles: ['strict'],
  parameters: [days, snapshots],
  // Source: S3 user guide, "Maintenance for tables": a snapshot goes when it is old and enough newer ones are there
  why: 'By default a table keeps one snapshot after five days, the state that a mistake or an attacker left.',
  fix: 'set MinSnapshotsToKeep to 7 or MaxSnapshotAgeHours to 720 or more in SnapshotManagement, or Status to disabled',
  resourceTypes: ['AWS::S3Tables::Table'],
  check(table, _template, settings) {
    const management = table.property('SnapshotManagement');
    return requireAny(
      `${management.path}.MinSnapshotsToKeep`,
      [
        accepts(management.at('Status'), (status) => status === 'disabled'),
        isAtLeast(management.at('MinSnapshotsToKeep'), settings.of(snapshots)),
        isAtLeast(management.at('MaxSnapshotAgeHours'), settings.of(days) * HOURS_A_DAY),
      ],
      `must be at least ${settings.of(snapshots)}, or MaxSnapshotAgeHours ${settings.of(days) * HOURS_A_DAY}`,
    );
  },
};

function isAtLeast(property: Property, least: number): boolean | undefined {
  return accepts(
    property,
    (value) => (typeof value === 'number' || typeof value === 'string') && numberOf(value) >= least,
  );
}
