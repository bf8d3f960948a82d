import type { Rule } from '../../rule';
import { requireLogGroup } from '../cloudformation/log-group';
import { onContainers } from './containers';

export const logGroup: Rule = {
  id: 'batch-log-group',
  title: 'jobs write to a log group of their own',
  severity: 'warning',
  controls: ['164.312(b)', '164.316(b)(2)(i)'],
  profiles: ['strict'],
  why: 'By default every job of the account writes to /aws/batch/job: one reader reads all, no key of yours protects it.',
  fix: 'set Options of LogConfiguration with awslogs-group',
  resourceTypes: ['AWS::Batch::JobDefinition'],
  check(job) {
    return onContainers(job, ({ settings, isPod }) =>
      isPod
        ? []
        : requireLogGroup(settings.at('LogConfiguration'), {
            choice: 'LogDriver',
            writes: (driver) => driver === undefined || driver === 'awslogs',
            group: ['Options', 'awslogs-group'],
          }),
    );
  },
};
