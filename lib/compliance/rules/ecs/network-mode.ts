import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const networkMode: Rule = {
  id: 'ecs-network-mode',
  title: 'tasks have a network interface of their own',
  severity: 'warning',
  controls: ['164.312(e)(1)'],
  profiles: ['strict'],
  why: 'Without it no security group and no flow log tells one task from another.',
  fix: 'set NetworkMode to awsvpc',
  resourceTypes: ['AWS::ECS::TaskDefinition'],
  check(task) {
    return requireLiteral(task.property('NetworkMode'), (mode) => mode === 'awsvpc', 'must be awsvpc');
  },
};
