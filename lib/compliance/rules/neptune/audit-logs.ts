import type { Rule } from '../../rule';
import { requireEach } from '../rds/exported-logs';

export const auditLogs: Rule = {
  id: 'neptune-audit-logs',
  title: 'clusters of Neptune send their audit log to CloudWatch Logs',
  severity: 'error',
  controls: ['164.312(b)', '164.308(a)(1)(ii)(D)'],
  profiles: ['hipaa'],
  why: 'Without the audit log nobody can tell who asked what of the graph.',
  fix: 'set EnableCloudwatchLogsExports to a list with audit',
  resourceTypes: ['AWS::Neptune::DBCluster'],
  check(cluster) {
    return requireEach(cluster.property('EnableCloudwatchLogsExports'), ['audit']);
  },
};
