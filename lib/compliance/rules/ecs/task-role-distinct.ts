import { finding, type Rule } from '../../rule';
import { textOf, type Value } from '../../template/value';

export const taskRoleDistinct: Rule = {
  id: 'ecs-task-role-distinct',
  title: 'the program in a task does not act as the agent that starts it',
  severity: 'error',
  controls: ['164.308(a)(4)(ii)(B)', '164.502(b)'],
  profiles: ['hipaa'],
  why: 'The execution role reads all secrets and images of the task; the program needs neither.',
  fix: 'give TaskRoleArn a role of its own',
  resourceTypes: ['AWS::ECS::TaskDefinition'],
  check(task) {
    const role = task.property('TaskRoleArn');
    if (!role.isPresent) return 'not-applicable';
    const others = new Set(task.property('ExecutionRoleArn').values.map(identity));
    others.delete(undefined);
    return role.values.some((value) => others.has(identity(value)))
      ? [finding(role.path, 'is the execution role')]
      : [];
  },
};

function identity(value: Value): string | undefined {
  const text = textOf(value);
  // the same role by reference, in whichever attribute
  return value.kind === 'reference' ? `${value.template.path} ${value.logicalId}` : text;
}
