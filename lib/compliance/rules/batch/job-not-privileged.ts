import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { onContainers } from './containers';

export const jobNotPrivileged: Rule = {
  id: 'batch-job-not-privileged',
  title: 'containers of jobs are not privileged',
  severity: 'error',
  controls: ['164.308(a)(4)(ii)(B)', '164.312(a)(1)'],
  profiles: ['hipaa'],
  why: 'A privileged container is root on its host, and on every other job there.',
  fix: 'set Privileged to false or leave it out, and AllowPrivilegeEscalation of pods to false',
  resourceTypes: ['AWS::Batch::JobDefinition'],
  check(job) {
    return onContainers(job, ({ settings, isPod }) =>
      ['Privileged', ...(isPod ? ['AllowPrivilegeEscalation'] : [])].flatMap((name) =>
        allowLiteral(settings.at(name), (value) => !isTrue(value), 'must not be true'),
      ),
    );
  },
};
