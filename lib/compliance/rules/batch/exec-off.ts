import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { onTasks } from './containers';

export const execOff: Rule = {
  id: 'batch-exec-off',
  title: 'nobody can open a shell in running jobs',
  severity: 'warning',
  controls: ['164.308(a)(4)(ii)(B)'],
  profiles: ['strict'],
  why: 'A shell in a job acts as its role, and reads whatever the program holds in memory.',
  fix: 'set EnableExecuteCommand to false',
  resourceTypes: ['AWS::Batch::JobDefinition'],
  check(job) {
    return onTasks(job, (task) =>
      allowLiteral(task.at('EnableExecuteCommand'), (value) => !isTrue(value), 'must not be true'),
    );
  },
};
