import { finding, unknown, type Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { accepts } from '../cloudformation/members';
import { isRoot, onContainers } from './containers';

export const hostModeUser: Rule = {
  id: 'ecs-host-mode-user',
  title: 'containers in the network of their host run as a user, or say that they are privileged',
  severity: 'error',
  controls: ['164.308(a)(3)(i)', '164.312(a)(1)'],
  profiles: ['hipaa'],
  why: 'Root in host mode reaches the metadata and the ports of the host without anybody having said so.',
  fix: 'set NetworkMode to awsvpc, or User to somebody other than root',
  resourceTypes: ['AWS::ECS::TaskDefinition'],
  check(task) {
    const isHost = accepts(task.property('NetworkMode'), (mode) => mode === 'host');
    const modes = task.property('NetworkMode').values;
    // one branch of a condition is enough
    const mayBeHost =
      isHost !== false || modes.some((mode) => mode.kind === 'literal' && mode.value === 'host');
    if (!mayBeHost) return 'not-applicable';
    return onContainers(task, (container) => {
      const user = container.at('User');
      const isUser = accepts(user, (value) => !isRoot(value));
      const isPrivileged = accepts(
        container.at('Privileged'),
        (value) => value === true || (typeof value === 'string' && isTrue(value)),
      );
      if (isUser === true || isPrivileged === true) return [];
      const known = isHost !== undefined && isUser === false && isPrivileged === false;
      return [
        known
          ? finding(user.path, 'is root in the network of the host')
          : unknown(user.path, 'cannot be read; it must be a user other than root'),
      ];
    });
  },
};
