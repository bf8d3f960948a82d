import type { Rule } from '../../rule';
import type { Json } from '../../template/json';
import { isTrue } from '../../template/value';
import { observe } from '../cloudformation/answer';
import { accepts, surelyHas } from '../cloudformation/members';

export const planContinuous: Rule = {
  id: 'backup-plan-continuous',
  title: 'backup plans back up continuously and copy to another Region',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(A)', '164.308(a)(7)(ii)(B)'],
  profiles: ['strict'],
  why: 'Between two daily backups a day of records is lost, and a Region that is away takes its vaults with it.',
  fix: 'set EnableContinuousBackup to true in a rule, and CopyActions to a vault of another Region',
  resourceTypes: ['AWS::Backup::BackupPlan'],
  check(plan) {
    const rules = plan.property('BackupPlan.BackupPlanRule');
    return [
      ...observe(
        surelyHas(rules, (rule) =>
          accepts(rule.at('EnableContinuousBackup'), (value) => value !== undefined && isTrue(value as Json)),
        ),
        rules.path,
        'must have a rule with EnableContinuousBackup',
      ),
      ...observe(
        surelyHas(rules, (rule) => surelyHas(rule.at('CopyActions'), () => true)),
        rules.path,
        'must have a rule with CopyActions',
      ),
    ];
  },
};
