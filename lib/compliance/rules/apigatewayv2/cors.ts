import { allowLiteral } from '../../requirement';
import type { Observation, Rule } from '../../rule';
import type { Property } from '../../template/property';
import type { Resource } from '../../template/resource';
import { isTrue } from '../../template/value';

const REST_METHOD = 'AWS::ApiGateway::Method';
/** Of the answers of REST APIs; their values are in single quotes. */
const HEADER = 'method.response.header.Access-Control-Allow-';

export const cors: Rule = {
  id: 'apigatewayv2-cors',
  title: 'APIs name the web sites that may call them',
  severity: 'warning',
  controls: ['164.312(a)(1)', '164.502(b)'],
  profiles: ['strict'],
  why: 'With * any page that somebody opens can call the API from their browser.',
  fix: 'list origins, methods and headers of CorsConfiguration (of the answer to OPTIONS), and leave AllowCredentials out',
  resourceTypes: ['AWS::ApiGatewayV2::Api', REST_METHOD],
  check(api) {
    if (api.type === REST_METHOD) return onAnswers(api);
    const configuration = api.property('CorsConfiguration');
    const lists = ['AllowOrigins', 'AllowMethods', 'AllowHeaders'].flatMap((name) =>
      configuration.at(name).items(),
    );
    return [...lists.flatMap(notAnything), ...notWithCredentials(configuration.at('AllowCredentials'))];
  },
};

function onAnswers(method: Resource): readonly Observation[] {
  const answers = method.property('Integration.IntegrationResponses').items();
  return answers.flatMap((answer) => {
    const headers = answer.at('ResponseParameters');
    return [
      ...['Origin', 'Methods', 'Headers'].flatMap((name) => notAnything(headers.member(HEADER + name))),
      ...notWithCredentials(headers.member(`${HEADER}Credentials`)),
    ];
  });
}

const bare = (value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll(/^'|'$/gu, '') : value;

function notAnything(member: Property): readonly Observation[] {
  return allowLiteral(member, (value) => bare(value) !== '*', 'must not be *');
}

function notWithCredentials(member: Property): readonly Observation[] {
  return allowLiteral(
    member,
    (value) => !isTrue(typeof value === 'string' ? String(bare(value)) : value),
    'must not be true',
  );
}
