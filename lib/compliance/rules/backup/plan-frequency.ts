import type { Parameter } from '../../parameter';
import type { Rule } from '../../rule';
import { observe } from '../cloudformation/answer';
import { accepts, surelyHas } from '../cloudformation/members';
import { longestGap } from './schedule';

const hours: Parameter<number> = {
  name: 'hours',
  description: 'how long two backups of a plan may be apart, in hours',
  default: 24,
};

export const planFrequency: Rule = {
  id: 'backup-plan-frequency',
  title: 'backup plans back up at least once a day',
  severity: 'error',
  controls: ['164.308(a)(7)(ii)(A)'],
  profiles: ['hipaa'],
  parameters: [hours],
  why: 'What was written since the last backup is what a failure takes.',
  fix: 'set ScheduleExpression of a rule to a run every day, or leave it out for one',
  resourceTypes: ['AWS::Backup::BackupPlan'],
  check(plan, _template, settings) {
    const most = settings.of(hours);
    const rules = plan.property('BackupPlan.BackupPlanRule');
    const isOften = (schedule: unknown) =>
      // what is not set runs every day at five
      (schedule === undefined && most >= 24) ||
      (typeof schedule === 'string' && (longestGap(schedule) ?? Number.POSITIVE_INFINITY) <= most);
    return observe(
      surelyHas(rules, (rule) => accepts(rule.at('ScheduleExpression'), isOften)),
      rules.path,
      `must have a rule that runs every ${most} hours`,
    );
  },
};
