import { allowLiteral, requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { onTasks } from './containers';

export const jobIsolated: Rule = {
  id: 'batch-job-isolated',
  title: 'jobs do not see the processes, memory or network of their host',
  severity: 'error',
  controls: ['164.308(a)(4)(ii)(B)', '164.312(a)(1)'],
  profiles: ['hipaa'],
  why: 'Whoever sees the processes of the host reads what other jobs hold in memory.',
  fix: 'leave PidMode and IpcMode out; set HostNetwork of pods to false, which it is not by default',
  resourceTypes: ['AWS::Batch::JobDefinition'],
  check(job) {
    return onTasks(job, (task) => [
      ...['PidMode', 'IpcMode'].flatMap((name) =>
        allowLiteral(task.at(name), (mode) => mode !== 'host', 'must not be host'),
      ),
      ...allowLiteral(task.at('ShareProcessNamespace'), (value) => !isTrue(value), 'must not be true'),
      ...(task.path.endsWith('PodProperties')
        ? requireLiteral(task.at('HostNetwork'), (value) => !isTrue(value), 'must be false')
        : []),
    ]);
  },
};
