import type { Rule } from '../../rule';
import { placesOf } from '../cloudformation/places';
import { requireSet } from '../cloudformation/set';

export const jwtClaims: Rule = {
  id: 'bedrockagentcore-jwt-claims',
  title: 'a token says more of its bearer than who he is',
  severity: 'error',
  controls: ['164.312(a)(1)', '164.308(a)(4)(ii)(B)'],
  profiles: ['strict'],
  why: 'Audience, client and scope speak of the application; without a claim about the user everybody who can sign in to it may use the agent.',
  fix: 'require a claim in CustomClaims of CustomJWTAuthorizer, such as membership of a group',
  resourceTypes: [
    'AWS::BedrockAgentCore::Gateway',
    'AWS::BedrockAgentCore::Harness',
    'AWS::BedrockAgentCore::PaymentManager',
    'AWS::BedrockAgentCore::Runtime',
  ],
  check(resource) {
    return placesOf(resource, 'AuthorizerConfiguration?.CustomJWTAuthorizer?.CustomClaims').flatMap(
      (claims) => requireSet(claims, 'must require a claim about the user'),
    );
  },
};
