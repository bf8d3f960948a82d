import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const gatewayWafFailure: Rule = {
  id: 'bedrockagentcore-gateway-waf-failure',
  title: 'gateways refuse what their firewall could not look at',
  severity: 'error',
  controls: ['164.312(e)(1)'],
  profiles: ['strict'],
  why: 'A firewall that is passed whenever it does not answer is switched off by whoever can make it slow.',
  fix: 'set WafConfiguration.FailureMode to FAIL_CLOSE',
  resourceTypes: ['AWS::BedrockAgentCore::Gateway'],
  check(gateway) {
    return requireLiteral(
      gateway.property('WafConfiguration.FailureMode'),
      (mode) => mode === 'FAIL_CLOSE',
      'must be FAIL_CLOSE',
    );
  },
};
