import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

const TYPES: readonly unknown[] = ['AWS_IAM', 'AMAZON_COGNITO_USER_POOLS', 'OPENID_CONNECT', 'AWS_LAMBDA'];

export const authentication: Rule = {
  id: 'appsync-authentication',
  title: 'APIs of AppSync ask who is calling',
  severity: 'error',
  controls: ['164.312(d)', '164.312(a)(2)(i)'],
  profiles: ['hipaa'],
  why: 'An API key is the same for everybody, is shipped with the page, and says nothing about the person.',
  fix: `set each type of authentication to ${TYPES.join(', ')}`,
  resourceTypes: ['AWS::AppSync::GraphQLApi', 'AWS::AppSync::Api'],
  check(api) {
    const isType = (type: unknown) => TYPES.includes(type);
    const events = api.property('EventConfig');
    const modes = [
      'AuthProviders',
      'ConnectionAuthModes',
      'DefaultPublishAuthModes',
      'DefaultSubscribeAuthModes',
    ];
    const types =
      api.type === 'AWS::AppSync::GraphQLApi'
        ? [
            api.property('AuthenticationType'),
            ...api
              .property('AdditionalAuthenticationProviders')
              .items()
              .map((provider) => provider.at('AuthenticationType')),
          ]
        : modes.flatMap((name) => events.at(name).items()).map((mode) => mode.at('AuthType'));
    return types.flatMap((type) => requireLiteral(type, isType, 'must not be an API key'));
  },
};
