import type { Parameter } from '../../parameter';
import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { numberOf } from '../../template/value';

/** What AWS's own conformance pack for HIPAA asks. */
const days: Parameter<number> = {
  name: 'days',
  description: 'how long backups of a plan are kept at least, in days',
  default: 35,
};

export const planRetention: Rule = {
  id: 'backup-plan-retention',
  title: 'backups of plans are kept long enough to notice damage',
  severity: 'error',
  controls: ['164.308(a)(7)(ii)(A)', '164.310(d)(2)(iv)'],
  profiles: ['hipaa'],
  parameters: [days],
  why: 'A copy that is gone before the damage is seen restores nothing.',
  fix: 'set Lifecycle.DeleteAfterDays to 35 or more, also in CopyActions',
  resourceTypes: ['AWS::Backup::BackupPlan'],
  check(plan, _template, settings) {
    const least = settings.of(days);
    return plan
      .property('BackupPlan.BackupPlanRule')
      .items()
      .flatMap((rule) =>
        [rule, ...rule.at('CopyActions').items()].flatMap((copy) =>
          allowLiteral(
            copy.at('Lifecycle.DeleteAfterDays'),
            (value) => numberOf(value) >= least,
            `must be at least ${least} days`,
          ),
        ),
      );
  },
};
