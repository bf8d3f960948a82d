import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { onTasks } from './containers';

export const publicIp: Rule = {
  id: 'batch-public-ip',
  title: 'jobs have no public address',
  severity: 'error',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['hipaa'],
  why: 'A job with a public address is one open port away from the internet.',
  fix: 'set NetworkConfiguration.AssignPublicIp to DISABLED',
  resourceTypes: ['AWS::Batch::JobDefinition'],
  check(job) {
    return onTasks(job, (task) =>
      allowLiteral(
        task.at('NetworkConfiguration.AssignPublicIp'),
        (value) => value !== 'ENABLED',
        'must be DISABLED',
      ),
    );
  },
};
