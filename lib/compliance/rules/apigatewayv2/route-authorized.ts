import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import type { Resource } from '../../template/resource';
import { accepts } from '../cloudformation/members';

const TYPES: readonly unknown[] = ['AWS_IAM', 'JWT', 'CUSTOM'];
/** A key of an HTTP API is a method and a path, or the default route; WebSocket APIs have names of messages. */
const HTTP = /^(?:[A-Z]+ \/|\$default$|\$connect$)/u;

export const routeAuthorized: Rule = {
  id: 'apigatewayv2-route-authorized',
  title: 'every route of an HTTP or WebSocket API asks who is calling',
  severity: 'error',
  controls: ['164.312(d)', '164.312(a)(1)'],
  profiles: ['hipaa'],
  why: 'A route without authorization, which is the default, answers everybody; an API key names a plan, not a caller.',
  fix: 'set AuthorizationType to AWS_IAM, JWT or CUSTOM',
  resourceTypes: ['AWS::ApiGatewayV2::Route'],
  check(route) {
    if (asksNobody(route)) return 'not-applicable';
    const type = route.property('AuthorizationType');
    return requireLiteral(type, (value) => TYPES.includes(value), `must be ${TYPES.join(', ')}`);
  },
};

/** A WebSocket API asks when a client connects, later messages belong to that; a preflight has no credentials. */
function asksNobody(route: Resource): boolean {
  const key = route.property('RouteKey');
  const isSocket = route
    .property('ApiId')
    .targets()
    .some((api) => accepts(api.property('ProtocolType'), (protocol) => protocol === 'WEBSOCKET') === true);
  const answer = accepts(key, (name) => {
    if (typeof name !== 'string') return false;
    return name.startsWith('OPTIONS ') || !HTTP.test(name) || (isSocket && name !== '$connect');
  });
  return answer === true;
}
