import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { accepts } from '../cloudformation/members';

const TYPES: readonly unknown[] = ['HTTP', 'HTTP_PROXY'];

export const integrationPrivate: Rule = {
  id: 'apigateway-integration-private',
  title: 'APIs reach HTTP back ends through a VPC link',
  severity: 'warning',
  controls: ['164.312(e)(1)', '164.312(a)(1)'],
  profiles: ['strict'],
  why: 'A back end that the API reaches over the internet is reached by everybody else, too.',
  fix: 'set ConnectionType to VPC_LINK, and ConnectionId',
  resourceTypes: ['AWS::ApiGateway::Method', 'AWS::ApiGatewayV2::Integration'],
  check(resource) {
    const isMethod = resource.type === 'AWS::ApiGateway::Method';
    const integration = resource.property(isMethod ? 'Integration' : '');
    const type = integration.at(isMethod ? 'Type' : 'IntegrationType');
    if (accepts(type, (value) => !TYPES.includes(value)) === true) return 'not-applicable';
    return requireLiteral(
      integration.at('ConnectionType'),
      (value) => value === 'VPC_LINK',
      'must be VPC_LINK',
    );
  },
};
