import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { onContainers } from './containers';

export const containerLogged: Rule = {
  id: 'ecs-container-logged',
  title: 'what containers print is kept in a log',
  severity: 'error',
  controls: ['164.312(b)', '164.308(a)(1)(ii)(D)'],
  profiles: ['hipaa'],
  why: 'Without a log driver the output of a container ends with it, and nobody can say who did what.',
  fix: 'set LogConfiguration with LogDriver awslogs or awsfirelens',
  resourceTypes: ['AWS::ECS::TaskDefinition'],
  check(task) {
    return onContainers(task, (container) =>
      requireLiteral(
        container.at('LogConfiguration.LogDriver'),
        (driver) => typeof driver === 'string' && driver !== '' && driver !== 'none',
        'must be a log driver',
      ),
    );
  },
};
