import type { Rule } from '../../rule';
import { requirePublished } from './published-log';

export const slowLogs: Rule = {
  id: 'opensearchservice-slow-logs',
  title: 'search domains publish the logs of slow searches and writes',
  severity: 'warning',
  controls: ['164.312(b)'],
  profiles: ['strict'],
  why: 'Without them nobody can tell which query a domain was busy with.',
  fix: 'add SEARCH_SLOW_LOGS and INDEX_SLOW_LOGS to LogPublishingOptions, enabled and with a protected log group',
  resourceTypes: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  check(domain) {
    return [...requirePublished(domain, 'SEARCH_SLOW_LOGS'), ...requirePublished(domain, 'INDEX_SLOW_LOGS')];
  },
};
