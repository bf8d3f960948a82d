import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const noDataTrace: Rule = {
  id: 'apigatewayv2-no-data-trace',
  title: 'stages of WebSocket APIs log no bodies of messages',
  severity: 'error',
  controls: ['164.502(b)', '164.312(a)(1)'],
  profiles: ['hipaa'],
  why: 'The trace writes whole messages, PHI included, to a log that operators read.',
  fix: 'set DataTraceEnabled to false, or leave it out',
  resourceTypes: ['AWS::ApiGatewayV2::Stage'],
  check(stage) {
    const routes = stage.property('RouteSettings');
    return [
      stage.property('DefaultRouteSettings'),
      ...routes.keys().map((key) => routes.member(key)),
    ].flatMap((settings) =>
      allowLiteral(settings.at('DataTraceEnabled'), (value) => !isTrue(value), 'must not be true'),
    );
  },
};
