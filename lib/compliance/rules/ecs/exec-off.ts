import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const execOff: Rule = {
  id: 'ecs-exec-off',
  title: 'nobody can open a shell in running tasks',
  severity: 'warning',
  controls: ['164.308(a)(4)(ii)(B)'],
  profiles: ['strict'],
  why: 'A shell in a task acts as its role, and reads whatever the program holds in memory.',
  fix: 'set EnableExecuteCommand to false; turn it on for the time of an incident',
  resourceTypes: ['AWS::ECS::Service'],
  check(service) {
    return allowLiteral(
      service.property('EnableExecuteCommand'),
      (value) => !isTrue(value),
      'must not be true',
    );
  },
};
