import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const cors: Rule = {
  id: 'apigatewayv2-cors',
  title: 'HTTP APIs name the web sites that may call them',
  severity: 'warning',
  controls: ['164.312(a)(1)', '164.502(b)'],
  profiles: ['strict'],
  why: 'With * any page that somebody opens can call the API from their browser.',
  fix: 'list origins, methods and headers of CorsConfiguration, and leave AllowCredentials out',
  resourceTypes: ['AWS::ApiGatewayV2::Api'],
  check(api) {
    const configuration = api.property('CorsConfiguration');
    const lists = ['AllowOrigins', 'AllowMethods', 'AllowHeaders'].flatMap((name) =>
      configuration.at(name).items(),
    );
    return [
      ...lists.flatMap((member) => allowLiteral(member, (value) => value !== '*', 'must not be *')),
      ...allowLiteral(configuration.at('AllowCredentials'), (value) => !isTrue(value), 'must not be true'),
    ];
  },
};
