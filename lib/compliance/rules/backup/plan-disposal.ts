import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { numberOf } from '../../template/value';

export const planDisposal: Rule = {
  id: 'backup-plan-disposal',
  title: 'backup plans say when a backup is deleted',
  severity: 'warning',
  controls: ['164.310(d)(2)(i)'],
  profiles: ['strict'],
  why: 'Without a lifecycle backups are kept for ever: PHI outlives the records, and every copy is one more to be breached.',
  fix: 'set Lifecycle.DeleteAfterDays of each rule and each of its CopyActions',
  resourceTypes: ['AWS::Backup::BackupPlan'],
  check(plan) {
    return plan
      .property('BackupPlan.BackupPlanRule')
      .items()
      .flatMap((rule) =>
        [rule, ...rule.at('CopyActions').items()].flatMap((copy) =>
          requireLiteral(
            copy.at('Lifecycle.DeleteAfterDays'),
            (value) => numberOf(value) > 0,
            'must say after how many days a backup is deleted',
          ),
        ),
      );
  },
};
