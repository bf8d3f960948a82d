import { requireLiteral } from '../../requirement';
import { finding, type Rule } from '../../rule';

export const privateEndpoint: Rule = {
  id: 'apigateway-private-endpoint',
  title: 'APIs answer inside the network only',
  severity: 'warning',
  controls: ['164.312(e)(1)', '164.312(a)(1)'],
  profiles: ['strict'],
  why: 'By default an API answers the whole internet, through edge locations all over the world.',
  fix: 'set EndpointConfiguration.Types to PRIVATE, with VpcEndpointIds and a Policy that names them',
  resourceTypes: ['AWS::ApiGateway::RestApi', 'AWS::ApiGateway::DomainName'],
  check(api) {
    const types = api.property('EndpointConfiguration.Types');
    const isEmpty = types.values.some(
      (value) =>
        value.kind === 'absent' ||
        (value.kind === 'literal' && Array.isArray(value.value) && value.value.length === 0),
    );
    if (isEmpty) return [finding(types.path, 'is not set; it must be PRIVATE')];
    return types
      .items()
      .flatMap((type) => requireLiteral(type, (value) => value === 'PRIVATE', 'must be PRIVATE'));
  },
};
