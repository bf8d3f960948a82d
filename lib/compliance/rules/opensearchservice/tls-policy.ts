import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { matches } from '../cloudformation/certainty';

export const tlsPolicy: Rule = {
  id: 'opensearchservice-tls-policy',
  title: 'search domains refuse TLS before version 1.2',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(e)(2)(ii)'],
  profiles: ['hipaa'],
  why: 'TLS 1.0, which a domain takes unless told otherwise, has been broken for years.',
  fix: 'set DomainEndpointOptions.TLSSecurityPolicy to Policy-Min-TLS-1-2-PFS-2023-10',
  resourceTypes: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  check(domain) {
    return requireLiteral(
      domain.property('DomainEndpointOptions.TLSSecurityPolicy'),
      matches(/^Policy-Min-TLS-1-[23]-/u),
      'must be a policy that begins at TLS 1.2',
    );
  },
};
