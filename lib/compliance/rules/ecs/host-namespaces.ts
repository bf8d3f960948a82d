import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const hostNamespaces: Rule = {
  id: 'ecs-host-namespaces',
  title: 'tasks do not see the processes of their host',
  severity: 'error',
  controls: ['164.308(a)(4)(ii)(B)', '164.312(a)(1)'],
  profiles: ['hipaa'],
  why: 'Whoever sees the processes and shared memory of the host reads what other tasks hold in memory.',
  fix: 'leave PidMode and IpcMode out, or set them to task',
  resourceTypes: ['AWS::ECS::TaskDefinition'],
  check(task) {
    return ['PidMode', 'IpcMode'].flatMap((name) =>
      allowLiteral(task.property(name), (mode) => mode !== 'host', 'must not be host'),
    );
  },
};
