import { allowLiteral, requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { accepts } from '../cloudformation/members';

const LEVELS: readonly unknown[] = ['INFO', 'ERROR'];
const EXPECTATION = 'must be INFO or ERROR';

export const socketLogs: Rule = {
  id: 'apigatewayv2-socket-logs',
  title: 'stages of WebSocket APIs log errors of every route',
  severity: 'warning',
  controls: ['164.312(b)', '164.308(a)(6)(ii)'],
  profiles: ['strict'],
  why: 'A refused connection or a failing authorizer shows only there.',
  fix: 'set DefaultRouteSettings.LoggingLevel to ERROR or INFO',
  resourceTypes: ['AWS::ApiGatewayV2::Stage'],
  check(stage) {
    const apis = stage.property('ApiId').targets();
    const isSocket = apis.some(
      (api) => accepts(api.property('ProtocolType'), (protocol) => protocol !== 'WEBSOCKET') !== true,
    );
    const level = stage.property('DefaultRouteSettings.LoggingLevel');
    const routes = stage.property('RouteSettings');
    // HTTP APIs have no such log
    if (!isSocket && !level.isPresent && !routes.isPresent) return 'not-applicable';
    const isLevel = (value: unknown) => LEVELS.includes(value);
    const ofRoutes = routes.keys().map((key) => routes.member(key).at('LoggingLevel'));
    return [
      ...(isSocket || level.isPresent ? requireLiteral(level, isLevel, EXPECTATION) : []),
      ...ofRoutes.flatMap((each) => allowLiteral(each, isLevel, EXPECTATION)),
    ];
  },
};
