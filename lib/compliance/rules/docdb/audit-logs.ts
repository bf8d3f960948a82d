import type { Rule } from '../../rule';
import { requireEach } from '../rds/exported-logs';

export const auditLogs: Rule = {
  id: 'docdb-audit-logs',
  title: 'clusters of DocumentDB send their audit log to CloudWatch Logs',
  severity: 'error',
  controls: ['164.312(b)', '164.308(a)(1)(ii)(D)'],
  profiles: ['hipaa'],
  why: 'Without the audit log nobody can tell who read which document.',
  fix: 'set EnableCloudwatchLogsExports to a list with audit',
  resourceTypes: ['AWS::DocDB::DBCluster'],
  check(cluster) {
    return requireEach(cluster.property('EnableCloudwatchLogsExports'), ['audit']);
  },
};
