import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isRoot, onContainers } from './containers';

export const containerUser: Rule = {
  id: 'ecs-container-user',
  title: 'containers do not run as root',
  severity: 'warning',
  controls: ['164.308(a)(4)(ii)(B)'],
  profiles: ['strict'],
  why: 'A process that breaks out of its container is on the host what it was inside.',
  fix: 'set User to a user of the image that is not root',
  resourceTypes: ['AWS::ECS::TaskDefinition'],
  check(task) {
    return onContainers(task, (container) =>
      requireLiteral(container.at('User'), (user) => !isRoot(user), 'must be a user other than root'),
    );
  },
};
