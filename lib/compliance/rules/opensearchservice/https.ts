import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const https: Rule = {
  id: 'opensearchservice-https',
  title: 'search domains refuse plain HTTP',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(e)(2)(ii)'],
  profiles: ['hipaa'],
  why: 'A domain answers plain HTTP unless told otherwise, and documents cross the network readable.',
  fix: 'set DomainEndpointOptions.EnforceHTTPS to true',
  resourceTypes: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  check(domain) {
    return requireLiteral(domain.property('DomainEndpointOptions.EnforceHTTPS'), isTrue, 'must be true');
  },
};
