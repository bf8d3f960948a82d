import { onEachAllow } from '../../policy/allow';
import { IDENTITY_POLICY_TYPES, identityStatements } from '../../policy/statement';
import { finding, type Rule } from '../../rule';

const PROJECT = 'AWS::BedrockMantle::Project';
const ENDPOINT = 'AWS::EC2::VPCEndpoint';

export const noMantle: Rule = {
  id: 'bedrock-no-mantle',
  title: 'models are not called through bedrock-mantle',
  severity: 'error',
  controls: ['164.312(b)', '164.502(b)'],
  profiles: ['hipaa', 'ai'],
  why: 'The log of model invocations does not see that endpoint, and no guardrail can be demanded there.',
  fix: 'use InvokeModel or Converse of bedrock-runtime, and allow nothing of bedrock-mantle',
  resourceTypes: [...IDENTITY_POLICY_TYPES, PROJECT, ENDPOINT],
  check(resource) {
    if (resource.type === PROJECT) return [finding('', 'is a project of an endpoint that is not logged')];
    if (resource.type === ENDPOINT) {
      const service = resource.property('ServiceName');
      return service.texts().some((name) => name.endsWith('.bedrock-mantle'))
        ? [finding(service.path, 'leads to an endpoint that is not logged')]
        : [];
    }
    return onEachAllow(identityStatements(resource), ['action'], (statement) =>
      statement.actions
        .filter((action) => action.startsWith('bedrock-mantle:'))
        .map((action) => finding(`${statement.path}.Action`, `allows ${action}`)),
    );
  },
};
