import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { onContainers } from './containers';

export const containerNotPrivileged: Rule = {
  id: 'ecs-container-not-privileged',
  title: 'containers are not privileged',
  severity: 'error',
  controls: ['164.308(a)(4)(ii)(B)', '164.312(a)(1)'],
  profiles: ['hipaa'],
  why: 'A privileged container is root on its host, and on every other container there.',
  fix: 'set Privileged to false or leave it out; add single capabilities where they are needed',
  resourceTypes: ['AWS::ECS::TaskDefinition'],
  check(task) {
    return onContainers(task, (container) =>
      allowLiteral(container.at('Privileged'), (value) => !isTrue(value), 'must not be true'),
    );
  },
};
