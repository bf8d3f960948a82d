import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const executeEndpoint: Rule = {
  id: 'apigateway-execute-endpoint',
  title: 'APIs answer under their own domain only',
  severity: 'warning',
  controls: ['164.312(e)(1)', '164.312(d)'],
  profiles: ['strict'],
  why: 'Under the name that AWS gives it the API passes by the web ACL, TLS policy and client certificates of its domain.',
  fix: 'set DisableExecuteApiEndpoint to true, and map a domain to the API',
  resourceTypes: ['AWS::ApiGateway::RestApi', 'AWS::ApiGatewayV2::Api'],
  check(api) {
    return requireLiteral(api.property('DisableExecuteApiEndpoint'), isTrue, 'must be true');
  },
};
