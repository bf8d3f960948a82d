import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

/** `NONE` lets anybody call, `AUTHENTICATE_ONLY` anybody who has some token. */
const AUTHORIZERS: readonly unknown[] = ['AWS_IAM', 'CUSTOM_JWT'];

export const gatewayAuthorizer: Rule = {
  id: 'bedrockagentcore-gateway-authorizer',
  title: 'gateways to tools ask who calls',
  severity: 'fatal',
  controls: ['164.312(d)', '164.312(a)(1)'],
  profiles: ['hipaa', 'ai'],
  why: 'A gateway without an authorizer hands the tools of our agents to whoever finds its address.',
  fix: 'set AuthorizerType to CUSTOM_JWT or AWS_IAM',
  resourceTypes: ['AWS::BedrockAgentCore::Gateway', 'AWS::BedrockAgentCore::PaymentManager'],
  check(gateway) {
    return requireLiteral(
      gateway.property('AuthorizerType'),
      (type) => AUTHORIZERS.includes(type),
      'must be CUSTOM_JWT or AWS_IAM',
    );
  },
};
