import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { accepts } from '../cloudformation/members';

const METHOD = 'AWS::ApiGateway::Method';

export const keyRequired: Rule = {
  id: 'apigateway-key-required',
  title: 'methods of an API ask for the key by which their usage plan counts',
  severity: 'warning',
  controls: ['164.308(a)(1)(ii)(D)', '164.312(b)'],
  profiles: ['strict'],
  why: 'A usage plan counts and limits by key: without one, whoever copies all records is nobody in the numbers.',
  fix: 'set ApiKeyRequired to true; a key is no login, keep the authorizer',
  resourceTypes: [METHOD, 'AWS::ApiGatewayV2::Route'],
  check(resource) {
    const isMethod = resource.type === METHOD;
    const isOther = isMethod
      ? accepts(resource.property('HttpMethod'), (name) => name === 'OPTIONS')
      : // of the newer APIs only those of WebSockets have keys, asked for when a client connects
        accepts(resource.property('RouteKey'), (key) => key !== '$connect');
    if (isOther === true) return 'not-applicable';
    return requireLiteral(resource.property('ApiKeyRequired'), isTrue, 'must be true');
  },
};
