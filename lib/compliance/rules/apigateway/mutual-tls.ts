import type { Rule } from '../../rule';
import { requirePresent } from '../cloudformation/set';

export const mutualTls: Rule = {
  id: 'apigateway-mutual-tls',
  title: 'domains of an API ask clients for a certificate',
  severity: 'warning',
  controls: ['164.312(d)', '164.312(e)(1)'],
  profiles: ['strict'],
  why: 'A token can be stolen and used from anywhere; the key of a client certificate stays with the client.',
  fix: 'set MutualTlsAuthentication.TruststoreUri to the certificates of the CA of your clients',
  resourceTypes: ['AWS::ApiGateway::DomainName', 'AWS::ApiGatewayV2::DomainName'],
  check(domain) {
    return requirePresent(
      domain.property('MutualTlsAuthentication.TruststoreUri'),
      'must name the certificates of clients',
    );
  },
};
