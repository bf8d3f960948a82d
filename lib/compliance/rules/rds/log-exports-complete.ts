import type { Rule } from '../../rule';
import { isClusterMember } from './cluster-member';
import { type LogsByEngine, requireLogExports } from './exported-logs';

/** Source: RDS user guide, "Publishing database logs to Amazon CloudWatch Logs". */
const ALL_LOGS: LogsByEngine = [
  ['aurora-postgresql', ['postgresql']],
  ['aurora', ['audit', 'error', 'general', 'slowquery']],
  ['postgres', ['postgresql', 'upgrade']],
  ['mysql', ['audit', 'error', 'general', 'slowquery']],
  ['mariadb', ['audit', 'error', 'general', 'slowquery']],
  ['oracle', ['alert', 'audit', 'listener', 'trace']],
  ['sqlserver', ['agent', 'error']],
  ['db2', ['diag.log', 'notify.log']],
];

export const logExportsComplete: Rule = {
  id: 'rds-log-exports-complete',
  title: 'databases send every log of their engine to CloudWatch Logs',
  severity: 'warning',
  controls: ['164.312(b)'],
  profiles: ['strict'],
  why: 'After an incident the log that was not kept is the one that is asked for.',
  fix: 'set EnableCloudwatchLogsExports to every log of the engine, and protect the group: statements may hold PHI',
  resourceTypes: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  check(database) {
    if (isClusterMember(database)) return 'not-applicable';
    return requireLogExports(database, ALL_LOGS);
  },
};
