import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { onEach } from '../cloudformation/where-there';
import { onContainers } from './containers';

export const volumesReadOnly: Rule = {
  id: 'ecs-volumes-read-only',
  title: 'containers do not write to the volumes of others',
  severity: 'warning',
  controls: ['164.312(c)(1)'],
  profiles: ['strict'],
  why: 'A sidecar that only needs to read could otherwise change what the main program keeps.',
  fix: 'set ReadOnly of VolumesFrom to true',
  resourceTypes: ['AWS::ECS::TaskDefinition'],
  check(task) {
    return onContainers(task, (container) =>
      onEach(container.at('VolumesFrom'), (volumes) =>
        requireLiteral(volumes.at('ReadOnly'), isTrue, 'must be true'),
      ),
    );
  },
};
