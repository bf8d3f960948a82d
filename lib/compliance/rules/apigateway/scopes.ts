import type { Rule } from '../../rule';
import { accepts } from '../cloudformation/members';
import { requirePresent } from '../cloudformation/set';

const WITH_SCOPES: readonly unknown[] = ['COGNITO_USER_POOLS', 'JWT'];

export const scopes: Rule = {
  id: 'apigateway-scopes',
  title: 'methods and routes that take tokens say for what the token must be',
  severity: 'warning',
  controls: ['164.502(b)', '164.308(a)(4)(ii)(B)'],
  profiles: ['strict'],
  why: 'Without scopes every token of the issuer opens every method, that of the cafeteria the chart.',
  fix: 'list AuthorizationScopes',
  resourceTypes: ['AWS::ApiGateway::Method', 'AWS::ApiGatewayV2::Route'],
  check(resource) {
    const type = resource.property('AuthorizationType');
    if (accepts(type, (value) => !WITH_SCOPES.includes(value)) === true) return 'not-applicable';
    return requirePresent(resource.property('AuthorizationScopes'), 'must list scopes');
  },
};
