import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const networkMode: Rule = {
  id: 'ecs-network-mode',
  title: 'tasks have a network interface of their own, or none',
  severity: 'warning',
  controls: ['164.312(e)(1)'],
  profiles: ['strict'],
  why: 'Without it no security group and no flow log tells one task from another.',
  fix: 'set NetworkMode to awsvpc, or to none for tasks that need no network',
  resourceTypes: ['AWS::ECS::TaskDefinition'],
  check(task) {
    const accepted = (mode: unknown) => mode === 'awsvpc' || mode === 'none';
    return requireLiteral(task.property('NetworkMode'), accepted, 'must be awsvpc or none');
  },
};
