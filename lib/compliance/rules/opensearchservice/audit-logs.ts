import type { Rule } from '../../rule';
import { requirePublished } from './published-log';

export const auditLogs: Rule = {
  id: 'opensearchservice-audit-logs',
  title: 'search domains publish their audit log',
  severity: 'error',
  controls: ['164.312(b)', '164.308(a)(1)(ii)(D)', '164.308(a)(5)(ii)(C)'],
  profiles: ['hipaa'],
  why: 'Without it nobody can tell who signed in and read which document.',
  fix: 'add AUDIT_LOGS to LogPublishingOptions, enabled and with a log group',
  resourceTypes: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  check(domain) {
    return requirePublished(domain, 'AUDIT_LOGS');
  },
};
