import type { Rule } from '../../rule';
import { accepts } from '../cloudformation/members';
import { requirePresent } from '../cloudformation/set';

export const requestValidated: Rule = {
  id: 'apigateway-request-validated',
  title: 'methods of an API check requests against a model',
  severity: 'warning',
  controls: ['164.312(c)(1)', '164.308(a)(5)(ii)(B)'],
  profiles: ['strict'],
  why: 'What does not look like a request of the API is then refused before any code of yours reads it.',
  fix: 'add an AWS::ApiGateway::RequestValidator, and set RequestValidatorId',
  resourceTypes: ['AWS::ApiGateway::Method'],
  check(method) {
    const isPreflight = accepts(method.property('HttpMethod'), (name) => name === 'OPTIONS');
    if (isPreflight === true) return 'not-applicable';
    return requirePresent(method.property('RequestValidatorId'), 'must name a validator');
  },
};
