import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const faultInjectionOff: Rule = {
  id: 'ecs-fault-injection-off',
  title: 'tasks take no faults from outside',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(C)'],
  profiles: ['strict'],
  why: 'Whoever may start an experiment may stop the program that handles PHI.',
  fix: 'leave EnableFaultInjection out, or set it to false outside of tests',
  resourceTypes: ['AWS::ECS::TaskDefinition'],
  check(task) {
    return allowLiteral(task.property('EnableFaultInjection'), (value) => !isTrue(value), 'must not be true');
  },
};
