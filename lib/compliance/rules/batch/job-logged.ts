import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { onContainers } from './containers';

export const jobLogged: Rule = {
  id: 'batch-job-logged',
  title: 'what jobs print is kept in a log',
  severity: 'error',
  controls: ['164.312(b)'],
  profiles: ['hipaa'],
  why: 'By default Batch sends it to CloudWatch; a driver that writes to the host loses it with the host.',
  fix: 'leave LogConfiguration out, or set LogDriver to awslogs or splunk',
  resourceTypes: ['AWS::Batch::JobDefinition'],
  check(job) {
    return onContainers(job, ({ settings, isPod }) =>
      isPod
        ? []
        : allowLiteral(
            settings.at('LogConfiguration.LogDriver'),
            (driver) => driver !== 'json-file' && driver !== 'none' && driver !== 'journald',
            'keeps the log on the host',
          ),
    );
  },
};
