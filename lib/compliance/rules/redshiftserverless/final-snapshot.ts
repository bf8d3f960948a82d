import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import type { Property } from '../../template/property';
import { numberOf } from '../../template/value';
import { requireSet } from '../cloudformation/set';
import { BACKUP_DAYS } from '../rds/backup-days';

export const finalSnapshot: Rule = {
  id: 'redshiftserverless-final-snapshot',
  title: 'a last snapshot is made before a serverless warehouse is deleted, and snapshots are kept',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(A)', '164.310(d)(2)(iv)'],
  profiles: ['strict'],
  parameters: [BACKUP_DAYS],
  why: 'What a namespace holds is gone with it.',
  fix: 'set FinalSnapshotName, and retention periods of 7 days or more',
  resourceTypes: ['AWS::RedshiftServerless::Namespace', 'AWS::RedshiftServerless::Snapshot'],
  check(resource, _template, settings) {
    const least = settings.of(BACKUP_DAYS);
    const keep = (days: Property) =>
      allowLiteral(
        days,
        (value) => numberOf(value) >= least || numberOf(value) === -1,
        `must be at least ${least} days`,
      );
    if (resource.type === 'AWS::RedshiftServerless::Snapshot')
      return keep(resource.property('RetentionPeriod'));
    return [
      ...requireSet(resource.property('FinalSnapshotName'), 'must name the last snapshot'),
      ...keep(resource.property('FinalSnapshotRetentionPeriod')),
      ...resource
        .property('SnapshotCopyConfigurations')
        .items()
        .flatMap((copy) => keep(copy.at('SnapshotRetentionPeriod'))),
    ];
  },
};
