import { allowLiteral } from '../../requirement';
import type { Observation, Rule } from '../../rule';
import type { Property } from '../../template/property';
import { onTasks } from '../batch/containers';
import { onEach } from '../cloudformation/where-there';

/** Paths below which a container may take over its host, or read what others keep there. */
const DANGEROUS = /^\/(?:$|(?:boot|dev|etc|proc|root|sys|run|var\/run|var\/lib\/(?:docker|ecs))(?:\/|$))/u;

export const hostPaths: Rule = {
  id: 'ecs-host-paths',
  title: "containers do not mount their host's own folders",
  severity: 'error',
  controls: ['164.308(a)(4)(ii)(B)', '164.312(a)(1)'],
  profiles: ['hipaa'],
  why: 'Who can write to the socket of Docker or to /etc owns the host and everything on it.',
  fix: 'use a volume of ECS, or a folder that holds nothing of the host',
  resourceTypes: ['AWS::ECS::TaskDefinition', 'AWS::Batch::JobDefinition'],
  check(resource) {
    return resource.type === 'AWS::Batch::JobDefinition'
      ? onTasks(resource, onVolumes)
      : onVolumes(resource.property(''));
  },
};

function onVolumes(task: Property): readonly Observation[] {
  return onEach(task.at('Volumes'), (volume) =>
    allowLiteral(
      volume.at('Host.SourcePath'),
      (path) => !(typeof path === 'string' && DANGEROUS.test(path)),
      'must not be a folder of the host itself',
    ),
  );
}
