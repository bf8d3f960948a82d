import type { Parameter } from '../../parameter';
import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { numberOf } from '../../template/value';

const seconds: Parameter<number> = {
  name: 'seconds',
  description: 'longest time that an answer of an authorizer is kept, in seconds',
  default: 300,
};

export const authorizerCache: Rule = {
  id: 'apigateway-authorizer-cache',
  title: 'APIs ask their authorizer again after a few minutes',
  severity: 'warning',
  controls: ['164.312(a)(2)(iii)', '164.308(a)(3)(ii)(C)'],
  profiles: ['strict'],
  parameters: [seconds],
  why: 'As long as the answer is kept, a token that was revoked goes on working.',
  fix: 'set AuthorizerResultTtlInSeconds to 300 or less',
  resourceTypes: ['AWS::ApiGateway::Authorizer', 'AWS::ApiGatewayV2::Authorizer'],
  check(authorizer, _template, settings) {
    const most = settings.of(seconds);
    return allowLiteral(
      authorizer.property('AuthorizerResultTtlInSeconds'),
      (value) => numberOf(value) <= most,
      `must be at most ${most}`,
    );
  },
};
