import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { hasEnvoy } from './envoy';

export const meshExecOff: Rule = {
  id: 'ecs-mesh-exec-off',
  title: 'nobody can open a shell beside the keys of a mesh',
  severity: 'error',
  controls: ['164.312(d)', '164.308(a)(4)(ii)(B)'],
  profiles: ['hipaa'],
  why: 'Whoever has a shell in such a task has its private key, and is that service for every other.',
  fix: 'set EnableExecuteCommand to false',
  resourceTypes: ['AWS::ECS::Service'],
  check(service) {
    const tasks = service.property('TaskDefinition').targets();
    if (!tasks.some((task) => task.type === 'AWS::ECS::TaskDefinition' && hasEnvoy(task)))
      return 'not-applicable';
    return allowLiteral(
      service.property('EnableExecuteCommand'),
      (value) => !isTrue(value),
      'must not be true',
    );
  },
};
