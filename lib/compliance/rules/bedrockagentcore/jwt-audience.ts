import { finding, unknown, type Observation, type Rule } from '../../rule';
import type { Property } from '../../template/property';
import { placesOf } from '../cloudformation/places';

/** Any of these ties a token to us. */
const BINDINGS = ['AllowedAudience', 'AllowedClients'];

export const jwtAudience: Rule = {
  id: 'bedrockagentcore-jwt-audience',
  title: 'agents and gateways take tokens made for them only',
  severity: 'error',
  controls: ['164.312(d)', '164.312(a)(1)'],
  profiles: ['hipaa', 'ai'],
  why: 'Without an audience or a client, any token of the identity provider opens the agent, whichever application it was made for.',
  fix: 'list your AllowedAudience or AllowedClients in CustomJWTAuthorizer',
  resourceTypes: [
    'AWS::BedrockAgentCore::Gateway',
    'AWS::BedrockAgentCore::Harness',
    'AWS::BedrockAgentCore::PaymentManager',
    'AWS::BedrockAgentCore::Runtime',
  ],
  check(resource) {
    const path = 'AuthorizerConfiguration.CustomJWTAuthorizer';
    // agents without an authorizer ask IAM; a gateway says which of the two it wants
    const wantsTokens = resource.property('AuthorizerType').texts().includes('CUSTOM_JWT');
    const isMissing = resource.property(path).values.some(({ kind }) => kind === 'absent');
    return [
      ...(wantsTokens && isMissing
        ? [finding(`Properties.${path}`, 'is not set; tokens are not checked')]
        : []),
      ...placesOf(resource, 'AuthorizerConfiguration?.CustomJWTAuthorizer?').flatMap(judgeAuthorizer),
    ];
  },
};

function judgeAuthorizer(authorizer: Property): readonly Observation[] {
  const answers = BINDINGS.map((name) => isBound(authorizer.at(name)));
  if (answers.includes(true)) return [];
  const message = `must have ${BINDINGS.join(' or ')}`;
  return [(answers.includes(undefined) ? unknown : finding)(authorizer.path, message)];
}

/** Whether a list surely has a member. */
function isBound(list: Property): boolean | undefined {
  if (list.alternatives().some((each) => each.items().length === 0)) return false;
  return list.values.some(({ kind }) => kind === 'unknown') ? undefined : true;
}
