import { allowLiteral, requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

/** Source: API Gateway developer guide, "Choose a security policy for your REST API custom domain". */
const POLICY = /^(?:TLS_1_2|SecurityPolicy_TLS1[23]_\w+)$/u;

export const domainTls: Rule = {
  id: 'apigateway-domain-tls',
  title: 'domains of an API speak TLS 1.2 or later',
  severity: 'error',
  controls: ['164.312(e)(2)(ii)', '164.312(e)(2)(i)'],
  profiles: ['hipaa'],
  why: 'A domain that is not told otherwise may still accept TLS 1.0, whose ciphers are broken and which NIST withdrew.',
  fix: 'set SecurityPolicy to TLS_1_2 or to a policy whose name begins with SecurityPolicy_TLS13',
  resourceTypes: ['AWS::ApiGateway::DomainName', 'AWS::ApiGateway::DomainNameV2', 'AWS::ApiGateway::RestApi'],
  check(resource) {
    const demand = resource.type === 'AWS::ApiGateway::RestApi' ? allowLiteral : requireLiteral;
    return demand(
      resource.property('SecurityPolicy'),
      (policy) => typeof policy === 'string' && POLICY.test(policy),
      'must be TLS 1.2 or later',
    );
  },
};
