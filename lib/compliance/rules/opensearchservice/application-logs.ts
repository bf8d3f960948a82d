import type { Rule } from '../../rule';
import { requirePublished } from './published-log';

export const applicationLogs: Rule = {
  id: 'opensearchservice-application-logs',
  title: 'search domains publish their error logs',
  severity: 'warning',
  controls: ['164.312(b)'],
  profiles: ['strict'],
  why: 'Without them nobody can tell why a domain failed, or which script it refused.',
  fix: 'add ES_APPLICATION_LOGS to LogPublishingOptions, enabled and with a log group',
  resourceTypes: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  check(domain) {
    return requirePublished(domain, 'ES_APPLICATION_LOGS');
  },
};
