import type { Rule } from '../../rule';
import { accepts } from '../cloudformation/members';
import { requirePresent } from '../cloudformation/set';

/** Types of authorization that somebody else decides on. */
const BY_AUTHORIZER: readonly unknown[] = ['CUSTOM', 'COGNITO_USER_POOLS', 'JWT'];

export const namesAuthorizer: Rule = {
  id: 'apigateway-names-authorizer',
  title: 'methods and routes of an API name the authorizer they ask',
  severity: 'warning',
  controls: ['164.312(d)', '164.308(a)(4)(ii)(B)'],
  profiles: ['strict'],
  why: 'A type of authorization without an authorizer checks nothing, or does not deploy on the day it is needed.',
  fix: 'set AuthorizerId wherever AuthorizationType is CUSTOM, COGNITO_USER_POOLS or JWT',
  resourceTypes: ['AWS::ApiGateway::Method', 'AWS::ApiGatewayV2::Route'],
  check(resource) {
    const type = resource.property('AuthorizationType');
    if (accepts(type, (value) => !BY_AUTHORIZER.includes(value)) === true) return 'not-applicable';
    return requirePresent(resource.property('AuthorizerId'), 'must name an authorizer');
  },
};
