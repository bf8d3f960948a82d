import type { Rule } from '../../rule';
import { requireText } from '../cloudformation/set';

export const accessLogs: Rule = {
  id: 'apigatewayv2-access-logs',
  title: 'stages of HTTP and WebSocket APIs log each request',
  severity: 'error',
  controls: ['164.312(b)', '164.308(a)(1)(ii)(D)'],
  profiles: ['hipaa'],
  why: 'Without the log nobody can say who asked for what, nor when.',
  fix: 'set AccessLogSettings.DestinationArn and Format',
  resourceTypes: ['AWS::ApiGatewayV2::Stage'],
  check(stage) {
    const settings = stage.property('AccessLogSettings');
    return [
      ...requireText(settings.at('DestinationArn'), 'must name where requests are logged'),
      ...requireText(settings.at('Format'), 'must say what is logged'),
    ];
  },
};
