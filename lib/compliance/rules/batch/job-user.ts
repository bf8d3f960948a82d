import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { isRoot } from '../ecs/containers';
import { onContainers } from './containers';

export const jobUser: Rule = {
  id: 'batch-job-user',
  title: 'containers of jobs do not run as root',
  severity: 'warning',
  controls: ['164.308(a)(4)(ii)(B)'],
  profiles: ['strict'],
  why: 'A process that breaks out of its container is on the host what it was inside.',
  fix: 'set User to a user other than root; in pods RunAsNonRoot to true and RunAsUser and RunAsGroup to other than 0',
  resourceTypes: ['AWS::Batch::JobDefinition'],
  check(job) {
    const notRoot = (value: unknown) => !isRoot(value);
    return onContainers(job, ({ settings, isPod }) =>
      isPod
        ? [
            ...requireLiteral(settings.at('RunAsNonRoot'), isTrue, 'must be true'),
            ...requireLiteral(settings.at('RunAsUser'), notRoot, 'must not be 0'),
            ...requireLiteral(settings.at('RunAsGroup'), notRoot, 'must not be 0'),
          ]
        : requireLiteral(settings.at('User'), notRoot, 'must be a user other than root'),
    );
  },
};
