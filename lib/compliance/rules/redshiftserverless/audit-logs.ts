import type { Rule } from '../../rule';
import { requireEach } from '../rds/exported-logs';

export const auditLogs: Rule = {
  id: 'redshiftserverless-audit-logs',
  title: 'serverless warehouses export their audit logs',
  severity: 'error',
  controls: ['164.312(b)', '164.308(a)(1)(ii)(D)'],
  profiles: ['hipaa'],
  why: 'Without the audit logs nobody can tell who signed in and read which row.',
  fix: 'set LogExports to connectionlog, userlog and useractivitylog',
  resourceTypes: ['AWS::RedshiftServerless::Namespace'],
  check(namespace) {
    return requireEach(namespace.property('LogExports'), ['connectionlog', 'userlog', 'useractivitylog']);
  },
};
