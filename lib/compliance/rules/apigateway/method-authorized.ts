import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { accepts } from '../cloudformation/members';

const TYPES: readonly unknown[] = ['AWS_IAM', 'CUSTOM', 'COGNITO_USER_POOLS'];
const isPreflight = (method: unknown) => typeof method === 'string' && method.toUpperCase() === 'OPTIONS';

export const methodAuthorized: Rule = {
  id: 'apigateway-method-authorized',
  title: 'every method of an API asks who is calling',
  severity: 'error',
  controls: ['164.312(d)', '164.312(a)(1)'],
  profiles: ['hipaa'],
  why: 'A method without authorization answers everybody; an API key names a plan, not a caller.',
  fix: 'set AuthorizationType to AWS_IAM, CUSTOM or COGNITO_USER_POOLS',
  resourceTypes: ['AWS::ApiGateway::Method'],
  check(method) {
    // browsers send the preflight of CORS without credentials
    if (accepts(method.property('HttpMethod'), isPreflight) === true) return 'not-applicable';
    const type = method.property('AuthorizationType');
    return requireLiteral(type, (value) => TYPES.includes(value), `must be ${TYPES.join(', ')}`);
  },
};
