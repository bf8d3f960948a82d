import type { Rule } from '../../rule';
import { isClusterMember } from './cluster-member';
import { type LogsByEngine, requireLogExports } from './exported-logs';

/** Not `general` and `slowquery`: they hold statements, and statements hold PHI. */
const SECURITY_LOGS: LogsByEngine = [
  ['aurora-postgresql', ['postgresql']],
  ['aurora', ['audit']],
  ['postgres', ['postgresql']],
  ['mysql', ['audit', 'error']],
  ['mariadb', ['audit', 'error']],
  ['oracle', ['audit', 'alert']],
  ['sqlserver', ['error']],
  ['db2', ['diag.log']],
];

export const logExports: Rule = {
  id: 'rds-log-exports',
  title: 'databases send their security logs to CloudWatch Logs',
  severity: 'error',
  controls: ['164.312(b)', '164.308(a)(1)(ii)(D)'],
  profiles: ['hipaa'],
  why: 'Logs on the database host are gone within days, and who administers the database can remove them.',
  fix: 'set EnableCloudwatchLogsExports to the security logs of the engine: audit and error, postgresql, or audit and alert',
  resourceTypes: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  check(database) {
    if (isClusterMember(database)) return 'not-applicable';
    return requireLogExports(database, SECURITY_LOGS);
  },
};
