import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const gatewayPolicyEngine: Rule = {
  id: 'bedrockagentcore-gateway-policy-engine',
  title: 'a policy engine decides which tools an agent may call',
  severity: 'error',
  controls: ['164.308(a)(4)(ii)(B)', '164.502(b)'],
  profiles: ['ai'],
  why: 'Behind a gateway without one every caller may call every tool; in LOG_ONLY the engine only writes down what it would refuse.',
  fix: 'set PolicyEngineConfiguration to an engine, with Mode ENFORCE',
  resourceTypes: ['AWS::BedrockAgentCore::Gateway'],
  check(gateway) {
    return requireLiteral(
      gateway.property('PolicyEngineConfiguration.Mode'),
      (mode) => mode === 'ENFORCE',
      'must be ENFORCE',
    );
  },
};
