import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';

const POLICY = /^(?:TLS_1_2|SecurityPolicy_TLS1[23]_\w+)$/u;

export const domainTls: Rule = {
  id: 'apigatewayv2-domain-tls',
  title: 'domains of HTTP and WebSocket APIs speak TLS 1.2 or later',
  severity: 'error',
  controls: ['164.312(e)(2)(ii)', '164.312(e)(2)(i)'],
  profiles: ['hipaa'],
  why: 'TLS 1.0 has broken ciphers, and NIST withdrew it; version 1.2 is what these domains have by default.',
  fix: 'set SecurityPolicy of DomainNameConfigurations to TLS_1_2, or leave it out',
  resourceTypes: ['AWS::ApiGatewayV2::DomainName'],
  check(domain) {
    return domain
      .property('DomainNameConfigurations')
      .items()
      .flatMap((configuration) =>
        allowLiteral(
          configuration.at('SecurityPolicy'),
          (policy) => typeof policy === 'string' && POLICY.test(policy),
          'must be TLS 1.2 or later',
        ),
      );
  },
};
