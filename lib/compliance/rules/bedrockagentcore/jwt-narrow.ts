import type { Rule } from '../../rule';
import { placesOf } from '../cloudformation/places';
import { requireSet } from '../cloudformation/set';

const LISTS = ['AllowedAudience', 'AllowedClients', 'AllowedScopes'].map(
  (name) => `AuthorizerConfiguration?.CustomJWTAuthorizer?.${name}`,
);

export const jwtNarrow: Rule = {
  id: 'bedrockagentcore-jwt-narrow',
  title: 'tokens are taken from named clients, for a named audience, with named scopes',
  severity: 'error',
  controls: ['164.312(d)', '164.502(b)'],
  profiles: ['strict'],
  why: 'Each of the three that is missing lets in tokens that were made for something else.',
  fix: 'list AllowedAudience, AllowedClients and AllowedScopes in CustomJWTAuthorizer',
  resourceTypes: [
    'AWS::BedrockAgentCore::Gateway',
    'AWS::BedrockAgentCore::Harness',
    'AWS::BedrockAgentCore::PaymentManager',
    'AWS::BedrockAgentCore::Runtime',
  ],
  check(resource) {
    return placesOf(resource, ...LISTS).flatMap((list) => requireSet(list, 'must be listed'));
  },
};
