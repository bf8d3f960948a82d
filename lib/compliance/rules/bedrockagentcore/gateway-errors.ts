import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const gatewayErrors: Rule = {
  id: 'bedrockagentcore-gateway-errors',
  title: 'gateways keep the details of errors to themselves',
  severity: 'error',
  controls: ['164.502(b)', '164.312(a)(1)'],
  profiles: ['ai'],
  why: 'In debugging, the answer to a failed call holds what the tool was asked and what went wrong inside.',
  fix: 'leave ExceptionLevel out',
  resourceTypes: ['AWS::BedrockAgentCore::Gateway'],
  check(gateway) {
    return allowLiteral(gateway.property('ExceptionLevel'), () => false, 'must be left out');
  },
};
