import type { Parameter } from '../../parameter';
import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import { numberOf } from '../../template/value';
import { accepts } from '../cloudformation/members';
import { requirePresent } from '../cloudformation/set';

const seconds: Parameter<number> = {
  name: 'seconds',
  description: 'longest time that an answer of an authorizer is kept, in seconds',
  default: 300,
};

export const authorizer: Rule = {
  id: 'appsync-authorizer',
  title: 'APIs of AppSync ask their authorizer, and again after a few minutes',
  severity: 'warning',
  controls: ['164.312(d)', '164.312(a)(2)(iii)'],
  profiles: ['strict'],
  parameters: [seconds],
  why: 'As long as the answer is kept, a token that was revoked goes on working.',
  fix: 'set LambdaAuthorizerConfig.AuthorizerUri, and AuthorizerResultTtlInSeconds to 300 or less',
  resourceTypes: ['AWS::AppSync::GraphQLApi', 'AWS::AppSync::Api'],
  check(api, _template, settings) {
    const most = settings.of(seconds);
    return providersOf(api).flatMap((provider) => {
      const type = provider.at(api.type === 'AWS::AppSync::Api' ? 'AuthType' : 'AuthenticationType');
      if (accepts(type, (value) => value !== 'AWS_LAMBDA') === true) return [];
      const authorizer = provider.at('LambdaAuthorizerConfig');
      return [
        ...requirePresent(authorizer.at('AuthorizerUri'), 'must name a function'),
        ...allowLiteral(
          authorizer.at('AuthorizerResultTtlInSeconds'),
          (value) => numberOf(value) <= most,
          `must be at most ${most}`,
        ),
      ];
    });
  },
};

function providersOf(api: Resource): readonly Property[] {
  return api.type === 'AWS::AppSync::Api'
    ? api.property('EventConfig.AuthProviders').items()
    : [api.property(''), ...api.property('AdditionalAuthenticationProviders').items()];
}
