import type { Rule } from '../../rule';
import { requireAny } from '../cloudformation/answer';
import { accepts } from '../cloudformation/members';
import { mayRunSpark } from './spark';

const LOGS = ['CloudWatchLoggingConfiguration', 'ManagedLoggingConfiguration', 'S3LoggingConfiguration'];

export const workgroupSessionLogged: Rule = {
  id: 'athena-workgroup-session-logged',
  title: 'workgroups that run Spark log their sessions',
  severity: 'warning',
  controls: ['164.312(b)'],
  profiles: ['strict'],
  why: 'A notebook reads records by code of its own, of which no query history tells.',
  fix: `set Enabled in one of ${LOGS.join(', ')} of MonitoringConfiguration`,
  resourceTypes: ['AWS::Athena::WorkGroup'],
  check(group) {
    const monitoring = group.property('WorkGroupConfiguration.MonitoringConfiguration');
    const runsSpark = mayRunSpark(group);
    if (runsSpark === false && !monitoring.isPresent) return 'not-applicable';
    const isOn = LOGS.map((name) =>
      accepts(monitoring.at(`${name}.Enabled`), (value) => value === true || value === 'true'),
    );
    // an engine that cannot be read may be one of SQL
    const unsure = runsSpark === undefined && !monitoring.isPresent ? [undefined] : [];
    return requireAny(monitoring.path, [...isOn, ...unsure], `must enable one of ${LOGS.join(', ')}`);
  },
};
