import { finding, unknown, type Rule } from '../../rule';
import { besideEnvoy } from './envoy';

export const meshPortMappings: Rule = {
  id: 'ecs-mesh-port-mappings',
  title: 'the application of a mesh has no port of its own',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(d)'],
  profiles: ['hipaa'],
  why: 'Whoever reaches the port of the application speaks to it without TLS, past Envoy and all it checks.',
  fix: 'leave PortMappings out of every container beside Envoy, and let the application listen on 127.0.0.1',
  resourceTypes: ['AWS::ECS::TaskDefinition'],
  check(task) {
    return besideEnvoy(task, 'others', (container) => {
      const ports = container.at('PortMappings');
      const items = ports.items();
      if (items.length === 0) return [];
      return ports.values.some(({ kind }) => kind === 'unknown')
        ? [unknown(ports.path, 'cannot be read; it must be empty')]
        : [finding(ports.path, 'must be empty')];
    });
  },
};
